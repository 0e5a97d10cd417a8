import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import type { Duplex } from 'node:stream';
import forge from 'node-forge';
import type { Served, Tunnels } from '../../scripts/lib/sample-server.ts';

const DAY = 86_400_000;

/** A key and a certificate, signed by itself, that last as long as a test run. */
function selfSigned(hosts: readonly string[]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - DAY);
  certificate.validity.notAfter = new Date(Date.now() + DAY);
  const name = [{ name: 'commonName', value: 'sample.example' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return { key: privateKey, cert: forge.pki.certificateToPem(certificate) };
}

/** Serves pages over https at the end of a proxy's tunnels, by `https:` address. Other tunnels stay shut. */
export function secureTunnels(pages: ReadonlyMap<string, Served>): Tunnels {
  const hosts = [...new Set([...pages.keys()].map((url) => new URL(url).hostname))];
  const server = createServer(selfSigned(hosts), (request, response) => {
    const page = pages.get(`https://${request.headers.host}${request.url}`);
    response.writeHead(page ? 200 : 404, { 'content-type': page?.contentType ?? 'text/plain' });
    response.end(page?.body ?? '');
  });
  return (target: string, client: Duplex) => {
    if (!hosts.some((host) => target === `${host}:443`)) return false;
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    return server.emit('connection', client);
  };
}
