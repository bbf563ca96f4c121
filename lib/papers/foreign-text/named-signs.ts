/** Each name and its sign, with a space between all of them. */
const pairs =
  'amp & lt < gt > quot " apos \' ndash – mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ” sbquo ‚ bdquo „ laquo « ' +
  'raquo » lsaquo ‹ rsaquo › szlig ß oslash ø Oslash Ø aelig æ AElig Æ oelig œ OElig Œ eth ð ETH Ð thorn þ ' +
  'THORN Þ lstrok ł Lstrok Ł dstrok đ Dstrok Đ inodot ı imath ı ' +
  'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π ' +
  'Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε epsi ε zeta ζ ' +
  'eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ sigmaf ς tau τ upsilon υ phi φ ' +
  'chi χ psi ψ omega ω thetasym ϑ ' +
  'times × divide ÷ plusmn ± minus − lowast ∗ middot · sdot ⋅ bull • deg ° micro µ para ¶ sect § dagger † Dagger ‡ ' +
  'copy © reg ® trade ™ cent ¢ pound £ yen ¥ euro € sup1 ¹ sup2 ² sup3 ³ ordf ª ordm º frac14 ¼ frac12 ½ frac34 ¾ ' +
  'permil ‰ prime ′ Prime ″ infin ∞ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ equiv ≡ asymp ≈ ap ≈ approx ≈ cong ≅ sim ∼ prop ∝ ' +
  'part ∂ nabla ∇ sum ∑ prod ∏ radic √ int ∫ forall ∀ exist ∃ empty ∅ isin ∈ notin ∉ ni ∋ cap ∩ cup ∪ sub ⊂ sup ⊃ ' +
  'nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ and ∧ or ∨ not ¬ ang ∠ there4 ∴ ell ℓ hbar ℏ image ℑ real ℜ weierp ℘ ' +
  'alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ lArr ⇐ rArr ⇒ hArr ⇔ langle ⟨ rangle ⟩ lang ⟨ rang ⟩ lceil ⌈ rceil ⌉ ' +
  'lfloor ⌊ rfloor ⌋ loz ◊ hyphen ‐ dash ‐ num # dollar $ percnt % lbrace { rbrace } lsqb [ rsqb ] lpar ( rpar ) ' +
  'plus + equals = comma , period . colon : semi ; quest ? excl ! ast * sol / bsol \\ lowbar _ grave ` verbar | tilde ~'

/**
 * The signs that HTML has names for, but for letters with marks, which are made of the letter and the mark, and for
 * those that nobody writes in a title.
 *
 * The list: https://html.spec.whatwg.org/multipage/named-characters.html
 */
export const namedSigns: ReadonlyMap<string, string> = new Map([
  ...Array.from(
    pairs.matchAll(/(\S+) (\S+)/g),
    ([, name = '', sign = '']) => [name, sign] as const,
  ),
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['shy', ''],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
])
