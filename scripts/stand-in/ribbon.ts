import { html } from './html'

/** The last thing on every page: nobody should take an invented page for the real one. */
export const ribbon = html`<footer class="demo-ribbon" role="note">Dogear demo page: the papers on it are invented</footer>`

export const ribbonStyle = `
.demo-ribbon { position: sticky; bottom: 0; margin: 0; padding: 6px 16px; text-align: center;
  font: 600 13px/1.4 system-ui, sans-serif; color: #3b2a00; background: #ffd873; border-top: 1px solid #c99a1e }
`
