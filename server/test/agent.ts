import type { Server } from 'node:http';
import supertest from 'supertest';

interface Cookies {
  [name: string]: string;
}

/** Somebody at a browser: keeps cookies, sends the XSRF token back, speaks to /api/v1. */
export class Agent {
  private readonly cookies: Cookies = {};
  /** Set for a client: the person in care. */
  clientId = '';
  userId = '';

  /** A server of this process, or the address of another one. */
  constructor(private readonly server: Server | string) {}

  private async send(
    method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<supertest.Response> {
    const cookie = Object.entries(this.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const url = path.startsWith('/api') || path.startsWith('/health') ? path : `/api/v1${path}`;
    let request = supertest(this.server)
      [method](url)
      .set('Cookie', cookie)
      .set('X-XSRF-TOKEN', this.cookies['XSRF-TOKEN'] ?? '');
    for (const [name, value] of Object.entries(headers)) request = request.set(name, value);
    if (typeof body === 'string')
      request = request.set('Content-Type', headers['Content-Type'] ?? 'application/json').send(body);
    else if (body !== undefined) request = request.send(body);
    const response = await request;
    for (const line of (response.headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') delete this.cookies[name!];
      else this.cookies[name!] = decodeURIComponent(value!);
    }
    return response;
  }

  get = (path: string, headers?: Record<string, string>): Promise<supertest.Response> =>
    this.send('get', path, undefined, headers);
  head = (path: string): Promise<supertest.Response> => this.send('head', path);
  post = (path: string, body?: object | string, headers?: Record<string, string>): Promise<supertest.Response> =>
    this.send('post', path, body, headers);
  put = (path: string, body?: object | string, headers?: Record<string, string>): Promise<supertest.Response> =>
    this.send('put', path, body, headers);
  patch = (path: string, body?: object | string, headers?: Record<string, string>): Promise<supertest.Response> =>
    this.send('patch', path, body, headers);
  delete = (path: string, headers?: Record<string, string>): Promise<supertest.Response> =>
    this.send('delete', path, undefined, headers);

  /** The same browser, whose server is now to be found elsewhere. */
  at(server: Server | string): Agent {
    const moved = new Agent(server);
    Object.assign(moved.cookies, this.cookies);
    return Object.assign(moved, { clientId: this.clientId, userId: this.userId });
  }

  /** The cookie header as it stands, for a test that copies or forges it. */
  cookieHeader = (): string =>
    Object.entries(this.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');

  async signIn(email: string, password: string): Promise<this> {
    await this.get('/auth/me');
    const response = await this.post('/auth/login', { email, password });
    if (response.status !== 200)
      throw new Error(`sign-in of ${email}: ${response.status} ${JSON.stringify(response.body)}`);
    const { me } = response.body as { me: { id: string; clientId: string | null } };
    this.userId = me.id;
    this.clientId = me.clientId ?? '';
    return this;
  }
}
