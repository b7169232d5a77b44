/** Who will read a new thread. The safest is chosen; each is told by its word and its shape. */
import { useId } from 'react'
import type { Circle } from '../../../shared/protocol/thread-views.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { audienceOf } from './circle-audience.ts'
import styles from './circle-choice.module.css'
import { CircleMark } from './circle-mark.tsx'

type CircleChoiceProps = {
  readonly circles: readonly Circle[]
  readonly circle: Circle
  readonly onCircle: (circle: Circle) => void
}

export function CircleChoice({ circles, circle, onCircle }: CircleChoiceProps) {
  const t = useText(threads)
  const name = useId()
  if (circles.length === 1)
    return (
      <p className={styles.only}>
        <CircleMark circle={circle} />
      </p>
    )
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{t('chooseCircle')}</legend>
      {circles.map(each => (
        <label key={each} className={styles.circle} data-audience={audienceOf(each)}>
          <input type="radio" name={name} checked={each === circle} onChange={() => onCircle(each)} />
          <CircleMark circle={each} />
        </label>
      ))}
    </fieldset>
  )
}
