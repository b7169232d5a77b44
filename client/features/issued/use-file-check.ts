import { useEffect, useState } from 'react'
import { type CheckedFile, checkFile } from '../../../shared/issue/check-file.ts'

export type FileCheck = 'running' | CheckedFile

/** Checks the content again whenever it is another one; null while there is nothing to check. */
export function useFileCheck(content: string | null): FileCheck | null {
  const [check, setCheck] = useState<FileCheck | null>(null)
  useEffect(() => {
    if (content === null) {
      setCheck(null)
      return
    }
    let left = false
    setCheck('running')
    void checkFile(content).then(checked => {
      if (!left) setCheck(checked)
    })
    return () => {
      left = true
    }
  }, [content])
  return check
}
