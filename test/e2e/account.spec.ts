import { expect, test } from './fixtures.ts'

const PASSWORD = 'une phrase assez longue'
const CHOSEN = '新しい十文字以上の合言葉'

test('[M5] one changes one’s password: the old one is asked for, and no longer opens anything', async ({
  browser,
  emptyRoom,
}) => {
  const headers = { origin: emptyRoom.address }
  const [, , token] = await emptyRoom.printed(/(http:\/\/\S+)\/setup#([\w-]{43})/)
  const context = await browser.newContext({ baseURL: emptyRoom.address, locale: 'fr-FR' })
  const page = await context.newPage()
  const account = {
    name: 'Secrétariat',
    login: 'secretariat',
    password: PASSWORD,
    language: 'fr',
    zone: 'Europe/Paris',
  }
  const setUp = await page.request.post('/api/setup', { headers, data: { token, account, edition: 'empty' } })
  expect(setUp.status()).toBe(200)

  await page.goto('/profile')
  const section = page.getByRole('region', { name: 'Mot de passe' })
  await section.getByLabel('Mot de passe actuel').fill('une autre phrase')
  await section.getByLabel('Nouveau mot de passe').fill(CHOSEN)
  await section.getByRole('button', { name: 'Modifier le mot de passe' }).click()
  const current = section.getByLabel('Mot de passe actuel')
  await expect(current).toHaveAccessibleDescription(/est incorrect/)
  await current.fill(PASSWORD)
  await section.getByRole('button', { name: 'Modifier le mot de passe' }).click()
  await expect(page.getByText('Mot de passe modifié').first()).toBeVisible()
  await expect(current).toHaveValue('')

  const signIn = (password: string) =>
    page.request.post('/api/sign-in', { headers, data: { login: 'secretariat', password } })
  expect((await signIn(PASSWORD)).status()).toBe(401)
  expect((await signIn(CHOSEN)).status()).toBe(200)
  await context.close()
})

test('[R1] the organiser says anew what the edition is, and everyone’s page follows', async ({ actors }) => {
  const reader = await actors.enter('chair', 'jap', { path: '/plan' })
  await expect(reader.getByRole('button', { name: '開催回を編集' })).toHaveCount(0)
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  await organiser.getByRole('button', { name: 'Modifier l’édition' }).click()
  const dialog = organiser.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Lieu, en français' }).fill('Ville d’ailleurs')
  await dialog.getByRole('textbox', { name: 'Lieu, en japonais' }).fill('別の開催都市')
  await dialog.getByRole('combobox', { name: /propose la première version/ }).selectOption('fra')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  // The demonstration has transmitted a version already.
  await expect(dialog.getByRole('alert')).toContainText('ne peut plus changer')
  await dialog.getByRole('combobox', { name: /propose la première version/ }).selectOption('jap')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(organiser.getByText('Ville d’ailleurs')).toBeVisible()
  await expect(organiser.getByText(/^Édition modifiée/)).toBeVisible()
  await expect(reader.getByText(/^開催回の変更/)).toBeVisible()
})

for (const [locale, unknown, used, expired] of [
  ['fr-FR', 'Ce lien n’est pas reconnu', 'Ce lien a déjà servi', 'Ce lien a expiré'],
  ['ja-JP', 'このリンクは確認できません', 'このリンクは使用済みです', 'このリンクは有効期限が切れています'],
  ['en-GB', 'This link is not recognised', 'This link has already been used', 'This link has expired'],
] as const)
  test(`[M5] a link that is unknown, used or no longer valid says so and offers nothing (${locale})`, async ({
    actors,
    room,
  }) => {
    const organiser = await actors.enter('organiser', null)
    const headers = { origin: room.address }
    const invite = async () => {
      const title = { fr: 'COPIL FRA – essai', ja: 'フランス側・試験' }
      const offer = { role: 'reviewer', side: 'fra', organisation: null, workshop: null, title, person: null }
      const answer = await organiser.request.post('/api/invitations', { headers, data: offer })
      return (await answer.json()) as { link: string; invitation: { id: string } }
    }
    const [spent, withdrawn] = [await invite(), await invite()]
    const account = {
      name: 'Essai',
      login: 'essai',
      password: PASSWORD,
      language: 'fr',
      zone: 'Europe/Paris',
    }
    const guest = await actors.stranger({ locale })
    const token = spent.link.split('#')[1]
    const other = await actors.stranger()
    expect(
      (await other.request.post('/api/links/redeem', { headers, data: { token, account } })).status(),
    ).toBe(200)
    await organiser.request.delete(`/api/invitations/${withdrawn.invitation.id}`, { headers })

    for (const [link, words] of [
      [`/join#${'x'.repeat(43)}`, unknown],
      [spent.link, used],
      [withdrawn.link, expired],
    ] as const) {
      await guest.goto('about:blank')
      await guest.goto(link)
      await expect(guest.getByRole('alert')).toContainText(words)
      await expect(guest.getByRole('textbox')).toHaveCount(0)
    }
  })

test('[fault 19] a hostile name, cover note or title is words on every page that shows it', async ({
  actors,
  room,
}) => {
  const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
  const headers = { origin: room.address }
  const chair = await actors.enter('chair', 'jap', { language: 'fr' })
  await chair.request.put('/api/profile', {
    headers,
    data: { name: hostile, language: 'fr', zone: 'Asia/Tokyo' },
  })
  const organiser = await actors.enter('organiser', null, { language: 'fr' })
  const { edition, stages } = await (await organiser.request.get('/api/edition')).json()
  const label = { fr: hostile, ja: hostile }
  const { id: _, demonstration: __, ...said } = edition
  await organiser.request.put('/api/edition', { headers, data: { ...said, place: label } })
  const { id, edition: ___, position, state, openedAt, closedAt, ...stage } = stages.at(-1)
  await organiser.request.put(`/api/stages/${id}`, {
    headers,
    data: { ...stage, name: label, evidence: hostile },
  })

  await organiser.goto('/plan')
  await expect(organiser.getByText(hostile).first()).toBeVisible()
  await organiser.goto('/people')
  await expect(organiser.getByRole('rowheader', { name: hostile })).toBeVisible()
  await chair.goto('/')
  await expect(chair.getByRole('button', { name: /Votre compte/ })).toBeVisible()
  for (const page of [organiser, chair]) {
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
  }
})
