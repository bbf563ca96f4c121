import { attackScript } from './attack'

/** Fields that have the name of everything that a form can be asked for. */
const fieldsOfAllNames = `(form) => {
  const names = new Set()
  for (let type = form; type !== null; type = Object.getPrototypeOf(type))
    for (const name of Object.getOwnPropertyNames(type)) names.add(name)
  const fields = document.createDocumentFragment()
  for (const name of names) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name })
    fields.append(field)
  }
  HTMLFormElement.prototype.append.call(form, fields)
}`

/** A page about a paper, with a link to another one, that tries everything. */
export function hostilePage(body = ''): string {
  return `<!doctype html><title>Hostile caches</title>
<meta name="citation_title" content="Hostile caches"><meta name="citation_author" content="Lane, P.">
<meta name="citation_arxiv_id" content="2401.00001">
<script>${attackScript}</script>
<body>
<h1 class="title">Hostile caches</h1>
${body}
<p>As shown in <a href="https://arxiv.org/abs/2401.00002">an earlier work on caches</a>.</p>`
}

/** Stands around the title and the link, and answers for every name. */
export function pageOfForms(): string {
  return `<!doctype html><title>Hostile caches</title>
<meta name="citation_title" content="Hostile caches"><meta name="citation_author" content="Lane, P.">
<meta name="citation_arxiv_id" content="2401.00001">
<body>
<fieldset name="parentElement" form="f1"><form id="f1" style="background: transparent">
  <h1 class="title">Hostile caches</h1></form></fieldset>
<fieldset name="parentElement" form="f2"><form id="f2" style="background: transparent">
  <p><a href="https://arxiv.org/abs/2401.00002">an earlier work on caches</a></p></form></fieldset>
<h2>Abstract</h2>
<fieldset name="nextSibling" form="f3"><form id="f3"><p>We cache.</p></form></fieldset>
<ul><li><a href="https://arxiv.org/abs/2401.00003"><h3 id="deep">
  <fieldset name="firstElementChild" form="f4"><form id="f4">a later work on caches</form></fieldset></h3></a></li></ul>
<script>for (const form of [...document.forms]) (${fieldsOfAllNames})(form)</script>`
}
