/** One small form for what is put into the text: an address, the words of a note, a reading. */
import { type FormEvent, useState } from 'react'
import type { Language } from '../../../shared/model/language.ts'
import { isAllowedHref } from '../../../shared/schema/allowed-href.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import type { EditorPair } from '../editor-pair.ts'
import type { InlineTool } from '../toolbar/toolbar.tsx'
import { markRange } from './mark-range.ts'

export type InlineRequest = {
  readonly tool: InlineTool
  readonly language: Language
  /** Range of the text it concerns; a note that is being edited has its own position. */
  readonly from: number
  readonly to: number
  readonly value: string
  /** The words a reading is for. */
  readonly base: string
  readonly exists: boolean
}

/** What a tool asks for at the present selection. */
export function requestOf(pair: EditorPair, tool: InlineTool): InlineRequest {
  const language = pair.active()
  const { state } = pair.views[language]
  const { from, to } = state.selection
  if (tool === 'note') {
    const selected = state.doc.nodeAt(from)
    if (to === from + 1 && selected?.type.name === 'note') return noteAt(pair, language, from)
    return { tool, language, from: to, to, value: '', base: '', exists: false }
  }
  const marked = markRange(state, tool)
  const range = marked ?? { from, to }
  return {
    tool,
    language,
    from: range.from,
    to: range.to,
    value: marked?.value ?? '',
    base: state.doc.textBetween(range.from, range.to),
    exists: marked !== undefined,
  }
}

export function noteAt(pair: EditorPair, language: Language, position: number): InlineRequest {
  const node = pair.views[language].state.doc.nodeAt(position)
  const value = String(node?.attrs.text ?? '')
  return { tool: 'note', language, from: position, to: position + 1, value, base: '', exists: true }
}

export function InlineDialog({
  pair,
  request,
  onDone,
}: {
  readonly pair: EditorPair
  readonly request: InlineRequest | null
  readonly onDone: () => void
}) {
  const t = useText(editor)
  const close = () => {
    onDone()
    setTimeout(() => pair.views[pair.active()].focus(), 0)
  }
  if (!request) return null
  return (
    <Dialog open onOpenChange={open => open || close()} title={t(`${request.tool}Title`)}>
      <InlineForm
        request={request}
        onApply={value => {
          apply(pair, request, value)
          close()
        }}
      />
    </Dialog>
  )
}

/** `onApply` with an empty value takes the link, note or reading away. */
function InlineForm({
  request,
  onApply,
}: {
  readonly request: InlineRequest
  readonly onApply: (value: string) => void
}) {
  const t = useText(editor)
  const [value, setValue] = useState(request.value)
  const [wrong, setWrong] = useState(false)
  const write = (written: string) => {
    setValue(written)
    setWrong(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const written = value.trim()
    if (request.tool === 'link' && written && !isAllowedHref(written)) setWrong(true)
    else onApply(written)
  }
  return (
    <form onSubmit={submit} lang={request.tool === 'link' ? undefined : request.language}>
      {request.tool === 'note' ? (
        <TextAreaField
          label={t('noteWords')}
          value={value}
          autoFocus
          maxLength={4000}
          onChange={event => write(event.target.value)}
        />
      ) : (
        <TextField
          label={request.tool === 'link' ? t('linkAddress') : t('rubyReading', { base: request.base })}
          {...(request.tool === 'link' ? { hint: t('linkHint') } : {})}
          {...(wrong ? { error: t('linkWrong') } : {})}
          value={value}
          autoFocus
          maxLength={2000}
          onChange={event => write(event.target.value)}
        />
      )}
      <DialogActions>
        {request.exists && request.tool !== 'note' && (
          <Button onClick={() => onApply('')}>
            {t(request.tool === 'link' ? 'linkRemove' : 'rubyRemove')}
          </Button>
        )}
        <Button kind="primary" type="submit" disabled={!request.exists && value.trim() === ''}>
          {t('apply')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** The text may have changed while the dialog was open: positions are kept within the present document. */
function apply(pair: EditorPair, request: InlineRequest, value: string): void {
  const view = pair.views[request.language]
  const { tr, schema, doc } = view.state
  const to = Math.min(request.to, doc.content.size)
  const from = Math.min(request.from, to)
  pair.undo.closeStep(request.language)
  if (request.tool === 'note') {
    if (!request.exists && value) tr.insert(from, schema.nodes.note!.create({ text: value }))
    else if (request.exists && doc.nodeAt(from)?.type.name === 'note') {
      if (value) tr.setNodeAttribute(from, 'text', value)
      else tr.delete(from, to)
    }
  } else {
    const mark = schema.marks[request.tool]!
    tr.removeMark(from, to, mark)
    if (value) tr.addMark(from, to, mark.create(request.tool === 'link' ? { href: value } : { rt: value }))
  }
  if (tr.docChanged) view.dispatch(tr)
}
