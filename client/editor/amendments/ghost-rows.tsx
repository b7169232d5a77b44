/** What amendments would bring, on rows of its own between those of the text: no content, nothing to edit. */
import { Fragment } from 'react'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { amendments as words } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import type { GhostRow } from '../rows/row-layout.ts'
import sheet from '../sheet.module.css'
import styles from './amendments.module.css'
import type { EditorAmendments } from './editor-amendments.ts'
import { MarginAmendments } from './margin-amendments.tsx'
import type { Ghost, Piece } from './mark-store.ts'

type GhostRowsProps = {
  readonly rows: readonly GhostRow[]
  readonly amendments: Pick<EditorAmendments, 'states' | 'open'>
}

export function GhostRows({ rows, amendments }: GhostRowsProps) {
  return rows.map(({ ghost, line, span }) => {
    const { amendment } = ghost
    const state = amendments.states.get(amendment) ?? 'undecided'
    const style = { gridRow: `${line} / span ${span}` }
    return (
      <Fragment key={ghost.key}>
        <div className={sheet.margin} style={style}>
          <MarginAmendments amendments={[{ amendment, state }]} onOpen={amendments.open} />
        </div>
        {LANGUAGES.map(language => (
          <GhostCell key={language} ghost={ghost} language={language} style={style} />
        ))}
      </Fragment>
    )
  })
}

function GhostCell({
  ghost,
  language,
  style,
}: {
  readonly ghost: Ghost
  readonly language: Language
  readonly style: { readonly gridRow: string }
}) {
  const t = useText(words)
  const blocks = ghost.blocks[language]
  return (
    <div
      className={styles.ghost}
      lang={language}
      data-side={language}
      data-ghost={ghost.amendment}
      data-moved={ghost.moved || undefined}
      style={style}
    >
      {blocks.length === 0 ? (
        <Words>{t(language === 'fr' ? 'nothingFr' : 'nothingJa')}</Words>
      ) : ghost.moved ? (
        <p>
          <span aria-hidden="true">⤷ </span>
          <Words>{t('wouldMoveHere')}</Words>{' '}
          <span className={styles.excerpt}>{excerpt(blocks[0]!.pieces)}</span>
        </p>
      ) : (
        blocks.map(({ id, kind, level, pieces }) => (
          <p key={id} data-kind={kind} data-level={level}>
            <ins data-said={t('saidComes')}>
              {placed(pieces).map(({ at, text, marks }) => (
                <span key={at} {...attributesOf(marks)}>
                  {text}
                </span>
              ))}
            </ins>
          </p>
        ))
      )}
    </div>
  )
}

function attributesOf(marks: Piece['marks']): Record<string, string> {
  return marks.length ? { 'data-marks': marks.join(' ') } : {}
}

/** Pieces have no name but their place. */
function placed(pieces: readonly Piece[]): (Piece & { readonly at: number })[] {
  let at = 0
  return pieces.map(piece => {
    const from = at
    at += piece.text.length
    return { ...piece, at: from }
  })
}

const EXCERPT = 40

function excerpt(pieces: readonly Piece[]): string {
  const characters = [...pieces.map(({ text }) => text).join('')]
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : characters.join('')
}

/** Words of the interface inside an element that has the language of the text. */
function Words({ children }: { readonly children: string }) {
  return <span lang={document.documentElement.lang}>{children}</span>
}
