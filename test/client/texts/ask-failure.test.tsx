import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { Refusal, Unreachable } from '../../../client/api.ts'
import { AskFailure } from '../../../client/features/texts/ask-failure.tsx'

for (const error of [
  new Refusal('not-found', undefined),
  new Refusal('internal', undefined),
  new Unreachable(null),
])
  test(`[D2] the page that stands for a failure (${error.message}) has one heading, with words in it`, () => {
    const page = renderToStaticMarkup(
      <MemoryRouter>
        <AskFailure error={error} retry={() => {}} />
      </MemoryRouter>,
    )
    const headings = [...page.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, words]) => words)
    expect(headings).toEqual([expect.stringMatching(/\p{L}/u)])
  })
