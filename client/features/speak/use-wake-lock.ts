import { useEffect } from 'react'

/** Keeps the screen awake while the page is in front; devices that cannot are left as they are. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let left = false
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (left) await lock.release()
      } catch {
        // Low battery or a policy of the device: it sleeps as it would.
      }
    }
    const onChange = () => void hold()
    onChange()
    // It is lost whenever the page is hidden.
    document.addEventListener('visibilitychange', onChange)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', onChange)
      void lock?.release()
    }
  }, [])
}
