/**
 * The browser and the fonts that the browser tests need: the system's, Playwright's own, or installed by the
 * platform's means. Says what it could not find.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a Chromium, or undefined. Looks only; installs nothing. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)
    return named
  }
  for (const name of SYSTEM_NAMES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find(path => existsSync(path))
}

/** Finds a Chromium and Japanese fonts, installing what is missing where the platform lets us. */
export function provideBrowser(): string {
  const aptPackages = [
    ...(findChromium() ? [] : ['chromium']),
    ...(hasJapaneseFont() ? [] : ['fonts-noto-cjk']),
  ]
  if (aptPackages.length && canUseApt()) {
    console.log(`Installing for the browser tests: ${aptPackages.join(', ')}`)
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...aptPackages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  if (!findChromium()) {
    console.log("Installing Playwright's Chromium for the browser tests")
    spawnSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
  }
  const path = findChromium()
  if (!path)
    throw new Error(
      'No Chromium was found, and none could be installed. Install Chromium or Google Chrome, or name one in CHROMIUM_PATH.',
    )
  if (!hasJapaneseFont())
    console.warn(
      'No Japanese font was found: the tests run, but Japanese shows as empty boxes in screenshots.',
    )
  return path
}

function hasJapaneseFont(): boolean {
  if (process.platform !== 'linux') return true
  const fonts = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' })
  return fonts.status === 0 && fonts.stdout.trim() !== ''
}

function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}
