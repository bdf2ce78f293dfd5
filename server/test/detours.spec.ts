import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { draft, etag, pastSession } from './acts.js';
import { PASSWORD, world, type World } from './world.js';

/** Ways around the house: the same routes by another spelling, other media types, and two hats on one head. */
let w: World;
let port: number;
beforeAll(async () => {
  w = await world();
  const server: http.Server = w.app.getHttpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => w.close());

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** A request as it is written here, letter by letter: clients would tidy the address up. */
const raw = (method: string, path: string, headers: http.OutgoingHttpHeaders, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = { ...headers, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers: sent }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });

describe('an address written otherwise', () => {
  const ways = ['/%61pi/v1/clients', '/a%70i/v1/clients', 'http://other.example/api/v1/clients'];

  it.each(ways)('%s leads past no check', async (path) => {
    const cookie = w.therapist.cookieHeader();
    const json = { cookie, 'content-type': 'application/json' };
    const body = JSON.stringify({ givenName: 'A', familyName: 'B' });
    const bare = await raw('POST', path, json, body);
    expect([bare.status, JSON.parse(bare.text)]).toMatchObject([403, { code: 'csrf' }]);
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(cookie)![1]!);
    const named = { ...json, 'x-xsrf-token': token };
    const nul = await raw('POST', path, named, '{"givenName":"A\\u0000","familyName":"B"}');
    expect(nul.status).toBe(400);
    const read = await raw('GET', path, { cookie });
    expect([read.status, read.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(read.headers['x-request-id']).toBeDefined();
  });
});

describe('a body', () => {
  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'of type %s is refused',
    async (type) => {
      const visitor = w.stranger();
      await visitor.get('/auth/me');
      const answer = await visitor.post('/auth/login', `email=therapist@harbour.example&password=${PASSWORD}`, {
        'Content-Type': type,
      });
      expect([answer.status, answer.body]).toMatchObject([415, { code: 'unsupported_media_type' }]);
    },
  );

  it('is the one place a password is taken from', async () => {
    const visitor = w.stranger();
    await visitor.get('/auth/me');
    const query = `?email=therapist@harbour.example&password=${PASSWORD}`;
    expect((await visitor.post(`/auth/login${query}`, {})).status).toBe(401);
    const wrong = { email: 'therapist@harbour.example', password: 'nothing like it' };
    expect((await visitor.post(`/auth/login${query}`, wrong)).status).toBe(401);
  });
});

describe('every answer', () => {
  it('carries the headers that keep a browser in its place', async () => {
    for (const path of ['/auth/me', '/api/openapi.json', '/health/live', '/nowhere']) {
      const { headers } = await w.therapist.get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()') as string,
        'content-security-policy': expect.stringContaining(`default-src 'none'`) as string,
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('somebody who runs the front desk and treats people', () => {
  beforeAll(async () => {
    const { version } = (await w.admin.get(`/staff/${w.therapist2.userId}`)).body as { version: number };
    const roles = ['admin', 'therapist'];
    const raised = await w.admin.patch(`/staff/${w.therapist2.userId}`, { roles }, etag(version));
    expect(raised.status).toBe(200);
  });

  it('knows of every couple, but what happened to those she treats alone', async () => {
    const both = w.therapist2;
    const one = await both.get(`/couples/${w.coupleId}`);
    expect(one.body).toMatchObject({ id: w.coupleId, displayName: 'Maya & Tom K.' });
    const words = JSON.stringify([
      one.body,
      (await both.get('/couples')).body,
      (await both.get('/couples?clientId=' + w.maya.clientId)).body,
    ]);
    expect(words).not.toMatch(/stabilise|emotional|discoveredOn|stage/);
    expect((await both.get('/couples?stage=stabilise')).body).toEqual({ items: [], next: null });
    const treated = (await w.therapist.get(`/couples/${w.coupleId}`)).body as {
      stage: string;
      betrayalTypes: string[];
    };
    expect([treated.stage, treated.betrayalTypes]).toEqual(['stabilise', ['emotional']]);
  });

  it('changes nothing about them, and reads nothing that was written in their care', async () => {
    const both = w.therapist2;
    const { version } = (await both.get(`/couples/${w.coupleId}`)).body as { version: number };
    expect((await both.patch(`/couples/${w.coupleId}`, { stage: 'rebuild' }, etag(version))).status).toBe(403);
    await pastSession(w.therapist, { clientId: w.maya.clientId });
    for (const path of ['/sessions', '/notes', '/assignments', '/scale-schedules'])
      expect([path, (await both.get(`${path}?clientId=${w.maya.clientId}`)).body]).toEqual([
        path,
        { items: [], next: null },
      ]);
    expect((await both.get(`/clients/${w.maya.clientId}/timeline`)).body).toEqual({ items: [], next: null });
  });
});

describe('after care has ended', () => {
  it('no answer is given again that was read while it lasted', async () => {
    const team = `/clients/${w.dana.clientId}/care-team`;
    const { id } = (await w.therapist.post(team, { staffId: w.supervisor.userId })).body as { id: string };
    const body = { clientId: w.dana.clientId, kind: 'progress', format: 'free', sections: { text: 'in confidence' } };
    const key = { 'Idempotency-Key': 'once' };
    const first = await w.supervisor.post('/notes', body, key);
    const again = await w.supervisor.post('/notes', body, key);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((await w.therapist.delete(`${team}/${id}`)).status).toBe(204);
    const late = await w.supervisor.post('/notes', body, key);
    expect(late.status).toBe(422);
    expect(JSON.stringify(late.body)).not.toContain('in confidence');
  });
});

describe('the log', () => {
  it('says that earlier drafts were read, and names the person, though the answer does not', async () => {
    const { id } = await draft(w.therapist, { clientId: w.dana.clientId });
    const read = await w.therapist.get(`/notes/${id}/revisions`);
    expect(read.status).toBe(200);
    await w.owner.query('set role kept_audit');
    const { rows } = await w.owner.query<{ client_id: string; act: string; target: string }>(
      'select client_id, act, target from audit_event where request_id = $1',
      [read.headers['x-request-id']],
    );
    await w.owner.query('reset role');
    expect(rows).toEqual([{ client_id: w.dana.clientId, act: 'read', target: 'note-revisions' }]);
  });
});

describe('a joint session that one of the two missed', () => {
  it('does not tell him that she came alone', async () => {
    const { id } = await pastSession(w.therapist, { coupleId: w.coupleId });
    const held = { status: 'held', attendedIds: [w.maya.clientId] };
    expect((await w.therapist.patch(`/sessions/${id}`, held, etag(1))).status).toBe(200);
    const told = async (agent: typeof w.tom): Promise<unknown> =>
      ((await agent.get(`/sessions/${id}`)).body as { attendedIds: unknown }).attendedIds;
    expect([await told(w.therapist), await told(w.maya), await told(w.tom)]).toEqual([
      [w.maya.clientId],
      [w.maya.clientId],
      [],
    ]);
  });
});
