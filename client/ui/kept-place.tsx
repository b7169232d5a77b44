/** What one reads stays where it stands on the screen while the page is laid out anew around it. */
import { Component, createRef, type ReactNode } from 'react'
import { type Place, placeIn, restorePlace } from './place-in-sight.ts'

type KeptPlaceProps = {
  /** When it changes, the page is laid out anew. */
  readonly layout: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** A class, because React lets nothing else look at the page right before it changes. */
export class KeptPlace extends Component<KeptPlaceProps> {
  readonly #element = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate({ layout }: KeptPlaceProps): Place | null {
    const element = this.#element.current
    return layout === this.props.layout || !element ? null : placeIn(element)
  }

  override componentDidUpdate(_props: KeptPlaceProps, _state: unknown, place: Place | null): void {
    if (this.#element.current) restorePlace(this.#element.current, place)
  }

  override render() {
    const { layout, className, children } = this.props
    return (
      <div ref={this.#element} className={className} data-layout={layout}>
        {children}
      </div>
    )
  }
}
