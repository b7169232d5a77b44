import { useEffect, useState } from 'react'
import { type ChainFault, chainFaults, type RecordFile } from '../../../shared/model/act-chain.ts'

export type RecordCheck = 'running' | readonly ChainFault[]

/** Recomputes every hash of the record on this device. */
export function useRecordCheck(record: RecordFile): RecordCheck {
  const [check, setCheck] = useState<RecordCheck>('running')
  useEffect(() => {
    let left = false
    setCheck('running')
    void Promise.all(record.chains.map(({ audience, acts }) => chainFaults(audience, acts))).then(faults => {
      if (!left) setCheck(faults.flat())
    })
    return () => {
      left = true
    }
  }, [record])
  return check
}
