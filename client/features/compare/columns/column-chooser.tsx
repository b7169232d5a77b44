/** Which states of the text stand in columns: ticked in their order, two at least. */
import { Popover } from 'radix-ui'
import { useState } from 'react'
import type { TextId } from '../../../../shared/model/ids.ts'
import type { ComparedView, ComparisonRef } from '../../../../shared/protocol/views.ts'
import { compare } from '../../../i18n/messages/compare.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useAsk } from '../../../queries.ts'
import { Button } from '../../../ui/button.tsx'
import { useComparedName } from '../use-compared-name.ts'
import styles from './column-chooser.module.css'
import { MOST_COLUMNS, statesOf } from './columns-address.ts'

type ColumnChooserProps = {
  readonly text: TextId
  /** Those shown now. */
  readonly states: readonly ComparedView[]
  readonly onChoose: (refs: readonly ComparisonRef[]) => void
}

export function ColumnChooser({ text, states, onChoose }: ColumnChooserProps) {
  const t = useText(compare)
  const nameOf = useComparedName()
  const { data } = useAsk('GET /api/texts/:id', { params: { id: text } })
  const shown = states.map(({ ref }) => ref)
  const [chosen, setChosen] = useState<readonly ComparisonRef[]>(shown)
  const names = new Map<ComparisonRef, string>([
    ...(data?.versions ?? []).map(({ id, label }) => [`version:${id}`, label] as const),
    ...states.map(state => [state.ref, nameOf(state)] as const),
  ])
  // What the text's page does not list, such as a state of a draft's history, keeps its place in the chain.
  const listed = data ? statesOf(data) : []
  const choices = [...listed, ...shown.filter(ref => !listed.includes(ref))]
  const full = chosen.length >= MOST_COLUMNS
  return (
    <Popover.Root onOpenChange={open => open && setChosen(shown)}>
      <Popover.Trigger asChild>
        <button type="button" className={styles.trigger}>
          {t('columnsChosen')}
          <span aria-hidden="true"> ▾</span>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.popover} align="start" sideOffset={4} collisionPadding={8}>
          <fieldset className={styles.choices}>
            <legend>{t('columnsLegend')}</legend>
            {choices.map(ref => (
              <label key={ref}>
                <input
                  type="checkbox"
                  checked={chosen.includes(ref)}
                  disabled={full && !chosen.includes(ref)}
                  onChange={event =>
                    setChosen(
                      choices.filter(each => (each === ref ? event.target.checked : chosen.includes(each))),
                    )
                  }
                />
                {names.get(ref) ?? t('draft')}
              </label>
            ))}
          </fieldset>
          <Popover.Close asChild>
            <Button kind="primary" disabled={chosen.length < 2} onClick={() => onChoose(chosen)}>
              {t('columnsShow')}
            </Button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
