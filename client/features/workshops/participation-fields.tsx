/** The fields of a participation, in its dialog and in the review of a file. */
import type { Chosen, Speaker } from '../../../shared/import/participation-rows.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { OrganisationId, WorkshopId } from '../../../shared/model/ids.ts'
import type { EditionView } from '../../../shared/protocol/views.ts'
import { participations } from '../../i18n/messages/participations.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { FieldRows, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import type { ParticipationForm } from './participation-form.ts'
import styles from './participations.module.css'

type FieldsProps = {
  readonly form: ParticipationForm
  readonly set: (part: Partial<ParticipationForm>) => void
  readonly edition: EditionView
}

export function ParticipationFields({ form, set, edition }: FieldsProps) {
  const t = useText(participations)
  return (
    <FieldRows>
      <FieldRows columns={2}>
        <SpeakerField side="fra" value={form.fra} onChange={fra => set({ fra })} edition={edition} />
        <SpeakerField side="jap" value={form.jap} onChange={jap => set({ jap })} edition={edition} />
        <WorkshopField
          label={t('first-label')}
          value={form.first}
          onChange={first => set({ first })}
          edition={edition}
        />
        <WorkshopField
          label={t('second-label')}
          value={form.second}
          onChange={second => set({ second })}
          edition={edition}
        />
        <WorkshopField
          label={t('speaks-label')}
          hint={t('speaks-hint')}
          value={form.speaks}
          onChange={speaks => set({ speaks })}
          edition={edition}
        />
        <TextAreaField
          label={t('note')}
          hint={t('note-hint')}
          optional
          rows={2}
          value={form.note}
          onChange={event => set({ note: event.target.value })}
          maxLength={2_000}
        />
      </FieldRows>
    </FieldRows>
  )
}

const NONE = ''
const NEW = 'new'

/** One that the edition has, nobody, or a new one with its name in each language. */
function SpeakerField({
  side,
  value,
  onChange,
  edition,
}: {
  readonly side: Side
  readonly value: Speaker
  readonly onChange: (speaker: Speaker) => void
  readonly edition: EditionView
}) {
  const t = useText(participations)
  const language = useLanguage()
  const choose = (chosen: string) => {
    if (chosen === NONE) onChange({ kind: 'none' })
    else if (chosen === NEW) onChange({ kind: 'new', name: { fr: '', ja: '' } })
    else onChange({ kind: 'known', id: chosen as OrganisationId })
  }
  const ofSide = edition.organisations.filter(organisation => organisation.side === side)
  return (
    <div className={styles.speaker}>
      <SelectField
        label={t(`side-${side}`)}
        value={value.kind === 'none' ? NONE : value.kind === 'new' ? NEW : value.id}
        onChange={choose}
        choices={[
          { value: NONE, text: t('nobody') },
          ...ofSide.map(({ id, name }) => ({ value: id as string, text: labelIn(name, language).text })),
          { value: NEW, text: t('new') },
        ]}
      />
      {value.kind === 'new' && (
        <fieldset className={styles.names}>
          <legend>{t(`new-of-${side}`)}</legend>
          <TextField
            label={t('name-fr')}
            lang="fr"
            optional={side === 'jap'}
            value={value.name.fr}
            onChange={event => onChange({ kind: 'new', name: { ...value.name, fr: event.target.value } })}
            maxLength={300}
          />
          <TextField
            label={t('name-ja')}
            lang="ja"
            optional={side === 'fra'}
            value={value.name.ja}
            onChange={event => onChange({ kind: 'new', name: { ...value.name, ja: event.target.value } })}
            maxLength={300}
          />
        </fieldset>
      )}
    </div>
  )
}

/** Words that name no workshop stay to be seen until one is chosen. */
function WorkshopField({
  label,
  hint,
  value,
  onChange,
  edition,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: Chosen
  readonly onChange: (chosen: Chosen) => void
  readonly edition: EditionView
}) {
  const t = useText(participations)
  const language = useLanguage()
  const unknown = value && 'words' in value ? value.words : null
  return (
    <SelectField
      label={label}
      hint={hint}
      error={unknown === null ? undefined : t('unknown-workshop', { words: unknown })}
      value={value === null ? NONE : 'id' in value ? value.id : UNKNOWN}
      onChange={chosen => onChange(chosen === NONE ? null : { id: chosen as WorkshopId })}
      choices={[
        ...(unknown === null ? [] : [{ value: UNKNOWN, text: `？ ${unknown}` }]),
        { value: NONE, text: t('no-workshop') },
        ...edition.workshops.map(({ id, number, title }) => ({
          value: id as string,
          text: t('workshop', { number, title: labelIn(title, language).text }),
        })),
      ]}
    />
  )
}

const UNKNOWN = 'unknown'
