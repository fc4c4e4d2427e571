import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may be wrong with what the provider answers; everything is right by default. */
export type ProviderSlips = {
  readonly nonce?: string;
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds from now at which the ID token ends. */
  readonly expiresIn?: number;
  readonly isBadlySigned?: boolean;
  /** The subject of userinfo where it is not that of the ID token. */
  readonly otherSubject?: string;
};

const b64 = (value: string | object): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

type Account = Readonly<Record<string, unknown>>;
type Grant = { readonly query: URLSearchParams; readonly account: Account };

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * A provider in the shape of GビズID on this machine: a real server that looks at client, redirect URI, PKCE and code as a
 * real one does. Whoever `account` is consents at once; without one everything is denied.
 */
export class OpenidMock {
  readonly client = { clientId: 'shirushi-test', clientSecret: 'a-secret-of-the-test' };
  account: Account | undefined;
  slips: ProviderSlips = {};
  readonly #redirectUri: string;
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #codes = new Map<string, Grant>();
  readonly #tokens = new Map<string, Account>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(redirectUri: string) {
    this.#redirectUri = redirectUri;
  }

  /** Starts the provider; only the redirect URI it was told of is ever redirected to. */
  static async open(redirectUri: string): Promise<OpenidMock> {
    const mock = new OpenidMock(redirectUri);
    await new Promise<void>((resolve) => mock.#server.listen(0, '127.0.0.1', resolve));
    return mock;
  }

  get issuer(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/oauth/`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const asked = ['client_id', 'redirect_uri', 'response_type', 'code_challenge_method'].map((name) =>
      query.get(name),
    );
    if (asked.join() !== [this.client.clientId, this.#redirectUri, 'code', 'S256'].join()) {
      json(response, 400, {});
      return;
    }
    const back = new URL(this.#redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    if (this.account === undefined) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(16).toString('hex');
      this.#codes.set(code, { query, account: this.account });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  #idToken({ query, account }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.slips.issuer ?? this.issuer,
      sub: account['sub'],
      aud: this.slips.audience ?? this.client.clientId,
      iat: now,
      auth_time: now,
      exp: now + (this.slips.expiresIn ?? 3600),
      nonce: this.slips.nonce ?? query.get('nonce'),
    };
    const signed = `${b64({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${b64(claims)}`;
    const signature = createSign('sha256').update(this.slips.isBadlySigned === true ? 'x' : signed);
    return `${signed}.${signature.sign(this.#keys.privateKey, 'base64url')}`;
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await bodyOf(request);
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const [, sent = ''] = String(request.headers.authorization).split(' ');
    const who = decodeURIComponent(Buffer.from(sent, 'base64').toString());
    const verifier = form.get('code_verifier') ?? '';
    const isRight =
      who === `${this.client.clientId}:${this.client.clientSecret}` &&
      form.get('redirect_uri') === this.#redirectUri &&
      grant?.query.get('code_challenge') === createHash('sha256').update(verifier).digest('base64url');
    if (!isRight) {
      json(response, 400, { error: 'invalid_grant' });
      return;
    }
    const access = randomBytes(16).toString('hex');
    this.#tokens.set(access, grant.account);
    const idToken = this.#idToken(grant);
    json(response, 200, { access_token: access, token_type: 'Bearer', expires_in: 3600, id_token: idToken });
  }

  #userinfo(request: IncomingMessage, response: ServerResponse): void {
    const account = this.#tokens.get(String(request.headers.authorization).slice('Bearer '.length));
    if (account === undefined) json(response, 401, {});
    else json(response, 200, { ...account, sub: this.slips.otherSubject ?? account['sub'] });
  }

  #metadata(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}authorization`,
      token_endpoint: `${issuer}token`,
      userinfo_endpoint: `${issuer}userinfo`,
      jwks_uri: `${issuer}jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.issuer);
    const keys = [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256' }];
    const answers: Readonly<Record<string, () => void | Promise<void>>> = {
      '.well-known/openid-configuration': () => json(response, 200, this.#metadata()),
      jwks: () => json(response, 200, { keys }),
      authorization: () => this.#authorize(url.searchParams, response),
      token: () => this.#token(request, response),
      userinfo: () => this.#userinfo(request, response),
    };
    await (answers[url.pathname.replace('/oauth/', '')] ?? (() => json(response, 404, {})))();
  }
}
