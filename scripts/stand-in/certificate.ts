import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'
import { dayLength } from '../../lib/papers/durations'

export interface Certificate {
  readonly key: string
  readonly certificate: string
  /** SHA-256 of the public key in base64, as `--ignore-certificate-errors-spki-list` wants it. */
  readonly spki: string
}

/** Makes a throw-away certificate for these host names, good for a week. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const yesterday = new Date(Date.now() - dayLength)
  const pems = await generate([{ name: 'commonName', value: 'Dogear stand-in' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: yesterday,
    notAfterDate: new Date(yesterday.getTime() + 8 * dayLength),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  })
  const publicKey = new X509Certificate(pems.cert).publicKey.export({ type: 'spki', format: 'der' })
  return {
    key: pems.private,
    certificate: pems.cert,
    spki: createHash('sha256').update(publicKey).digest('base64'),
  }
}
