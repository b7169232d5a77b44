/** The style of the issued document: on paper first. Nothing is loaded from anywhere. */
export const ISSUED_STYLE = `
:root { --ink: #1b1e23; --quiet: #484c53; --rule: #d9d6cd; --paper: #fffefc }
* { box-sizing: border-box }
html { background: #f4f3ef; color: var(--ink) }
body { max-width: 60rem; margin: 0 auto; padding: 3rem 2.5rem; background: var(--paper); font: 1rem/1.6 "Source Serif 4", "Source Serif Pro", Georgia, "Times New Roman", serif }
[lang="ja"] { font-family: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif JP", serif; line-height: 1.85; line-break: strict; text-spacing-trim: normal }
header { text-align: center; padding-bottom: 1.5rem; margin-bottom: 2rem; border-bottom: 2px solid var(--ink) }
header p { margin: .2rem 0 }
h1 { margin: .6rem 0; font-size: 1.5rem; line-height: 1.35; font-weight: 600; text-wrap: balance }
[lang="ja"] h1, [lang="ja"] .title, [lang="ja"] .heading { word-break: auto-phrase }
h2 { margin: 3rem 0 1rem; padding-top: .6rem; border-top: 2px solid var(--ink); font-size: 1.1rem }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem }
.quiet { color: var(--quiet); font-size: .85rem }
.unit { display: grid; grid-template-columns: 2.2rem 1fr 1fr; column-gap: 1.6rem; margin-bottom: .7rem; break-inside: avoid }
.unit > .n { color: var(--quiet); font-size: .75rem; line-height: 2.1; text-align: right; font-variant-numeric: tabular-nums }
.unit p { margin: 0 0 .4rem; overflow-wrap: anywhere }
.unit:has(.title, .heading) { break-after: avoid; margin-top: 1.2rem }
.title { font-size: 1.25rem; font-weight: 600; line-height: 1.4 }
.heading { font-weight: 600 }
.heading.l1 { font-size: 1.1rem }
.item, .numbered { display: grid; grid-template-columns: auto 1fr; gap: .5em }
.l2 { margin-left: 1.2em } .l3 { margin-left: 2.4em }
.heading.l2, .heading.l3 { margin-left: 0 }
.missing { color: var(--quiet); font-style: italic }
.missing:lang(ja) { font-style: normal }
ol.notes { margin: 0; padding-left: 1.6em; font-size: .85rem }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.6rem }
.pair > * { min-width: 0 }
dl { margin: 0 } dt { color: var(--quiet); font-size: .85rem } dd { margin: 0 0 .6rem }
code { font: .8rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
rt { font-size: .55em }
@media (max-width: 40rem) { body { padding: 1.5rem 1rem } .unit { grid-template-columns: 1.6rem 1fr; row-gap: .3rem } .unit > :last-child { grid-column: 2 } .pair { grid-template-columns: 1fr } }
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif } }
@media print { html, body { background: none } body { max-width: none; padding: 0; font-size: 10.5pt } a { color: inherit } .pair { break-inside: avoid } }
`.trim()
