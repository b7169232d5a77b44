import type { Organisation } from '../../../shared/model/edition.ts'
import { FACT_TYPES, type FactType } from '../../../shared/model/fact-value.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { CheckField, FieldRows, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import type { FormPart } from './value-fields.tsx'

/** What the fact is, whatever it says: its name, type, definition, and who answers for it. */
export function DefinitionFields({
  form,
  set,
  organisations,
}: FormPart & { readonly organisations: readonly Organisation[] }) {
  const t = useText(facts)
  const language = useLanguage()
  return (
    <FieldRows>
      <FieldRows columns={2}>
        <TextField
          label={t('label-fr')}
          lang="fr"
          required
          maxLength={300}
          value={form.labelFr}
          onChange={event => set({ labelFr: event.target.value })}
        />
        <TextField
          label={t('label-ja')}
          lang="ja"
          required
          maxLength={300}
          value={form.labelJa}
          onChange={event => set({ labelJa: event.target.value })}
        />
      </FieldRows>
      <SelectField<FactType>
        label={t('type')}
        value={form.type}
        onChange={type => set({ type })}
        choices={FACT_TYPES.map(value => ({ value, text: t(`type.${value}`) }))}
      />
      {form.type === 'count' && <UnitFields form={form} set={set} />}
      <FieldRows columns={2}>
        <TextAreaField
          label={t('definition-fr')}
          lang="fr"
          optional
          maxLength={2000}
          value={form.definitionFr}
          onChange={event => set({ definitionFr: event.target.value })}
        />
        <TextAreaField
          label={t('definition-ja')}
          lang="ja"
          optional
          maxLength={2000}
          value={form.definitionJa}
          onChange={event => set({ definitionJa: event.target.value })}
        />
      </FieldRows>
      <SelectField
        label={t('owner')}
        hint={t('owner-hint')}
        value={form.owner}
        onChange={owner => set({ owner })}
        choices={[
          { value: '', text: t('owner.none') },
          { value: 'side:fra', text: t('side.fra') },
          { value: 'side:jap', text: t('side.jap') },
          ...organisations.map(({ id, name }) => ({
            value: `organisation:${id}`,
            text: labelIn(name, language).text,
          })),
          { value: 'title', text: t('owner.title') },
        ]}
      />
      {form.owner === 'title' && (
        <FieldRows columns={2}>
          <TextField
            label={t('owner-fr')}
            lang="fr"
            required
            maxLength={300}
            value={form.ownerFr}
            onChange={event => set({ ownerFr: event.target.value })}
          />
          <TextField
            label={t('owner-ja')}
            lang="ja"
            required
            maxLength={300}
            value={form.ownerJa}
            onChange={event => set({ ownerJa: event.target.value })}
          />
        </FieldRows>
      )}
    </FieldRows>
  )
}

/** The noun in French, in both numbers, and the Japanese counter. */
function UnitFields({ form, set }: FormPart) {
  const t = useText(facts)
  return (
    <>
      <CheckField
        label={t('has-unit')}
        hint={t('has-unit-hint')}
        checked={form.hasUnit}
        onChange={hasUnit => set({ hasUnit })}
      />
      {form.hasUnit && (
        <FieldRows columns={2}>
          <TextField
            label={t('unit-one')}
            lang="fr"
            required
            maxLength={120}
            placeholder="collectivité"
            value={form.one}
            onChange={event => set({ one: event.target.value })}
          />
          <TextField
            label={t('unit-other')}
            lang="fr"
            required
            maxLength={120}
            placeholder="collectivités"
            value={form.other}
            onChange={event => set({ other: event.target.value })}
          />
          <TextField
            label={t('unit-counter')}
            lang="ja"
            required
            maxLength={120}
            placeholder="自治体"
            value={form.counter}
            onChange={event => set({ counter: event.target.value })}
          />
        </FieldRows>
      )}
    </>
  )
}
