import { world, type World } from './world.js';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('what should never have been sent', () => {
  let w: World;
  beforeAll(async () => {
    w = await world();
  });
  afterAll(() => w.close());

  const json = { 'Content-Type': 'application/json' };
  const cases: [string, string, number, string][] = [
    ['a NUL in a name', JSON.stringify({ givenName: 'A\u0000', familyName: 'B' }), 400, 'givenName'],
    ['half of a character', '{"givenName":"\\ud800","familyName":"B"}', 400, 'givenName'],
    ['a prototype key', '{"givenName":"A","familyName":"B","__proto__":{"admin":true}}', 400, '__proto__'],
    ['a constructor key', '{"givenName":"A","familyName":"B","constructor":{"prototype":{}}}', 400, 'constructor'],
    ['an unknown field', JSON.stringify({ givenName: 'A', familyName: 'B', clinicId: 'x' }), 400, 'clinicId'],
    ['a number for a name', JSON.stringify({ givenName: 7, familyName: 'B' }), 400, 'givenName'],
    ['an object for a name', JSON.stringify({ givenName: { a: 1 }, familyName: 'B' }), 400, 'givenName'],
    [
      'a list for an address',
      JSON.stringify({ givenName: 'A', familyName: 'B', email: ['a@b.example'] }),
      400,
      'email',
    ],
    ['a list for a body', '[]', 400, ''],
    ['no JSON at all', '{"givenName":', 400, ''],
    ['200,000 levels', `{"givenName":${nested(200_000)},"familyName":"B"}`, 400, 'givenName'],
    [
      '200,000 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, 1]))),
      400,
      '',
    ],
    ['10 MB', JSON.stringify({ givenName: 'x'.repeat(10_000_000), familyName: 'B' }), 413, ''],
  ];
  it.each(cases)('%s is refused with its path, never a 5xx', async (_, body, status, path) => {
    const answer = await w.therapist.post('/clients', body, json);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/application\/problem\+json/);
    if (path)
      expect((answer.body as { errors: { path: string }[] }).errors.map((e) => e.path).join(' ')).toContain(path);
  });

  it('another media type is refused', async () => {
    const answer = await w.therapist.post('/clients', '<a/>', { 'Content-Type': 'application/xml' });
    expect(answer.status).toBe(415);
  });

  it.each([
    '/clients?sort=name;drop table client',
    '/clients?sort=-updatedAt,(select 1)',
    '/clients?limit=0',
    '/clients?limit=abc',
    '/clients?limit=101',
    '/clients?limit=25&limit=26',
    '/clients?cursor=%00',
    '/clients?cursor=W10',
    '/clients?cursor=WyJ4IiwieSJd',
    '/clients?nothing=1',
    '/clients?q[a]=1',
    '/clients?__proto__[a]=1',
  ])('%s is refused', async (path) => {
    expect((await w.therapist.get(path)).status).toBe(400);
  });

  it.each([
    '/clients/not-an-id',
    '/clients/%00',
    '/clients/../staff',
    `/clients/${'a'.repeat(500)}`,
    '/clients/1 or 1=1',
  ])('%s answers like an unknown one', async (path) => {
    const { status } = await w.therapist.get(encodeURI(path));
    expect([400, 404, 414]).toContain(status);
  });

  it.each(['HEAD', 'trailing slash', 'upper case', 'encoded', 'double slash'])(
    'no door opens by writing the address otherwise: %s',
    async (how) => {
      const stranger = w.stranger();
      const address = {
        HEAD: '/api/v1/clients',
        'trailing slash': '/api/v1/clients/',
        'upper case': '/api/v1/CLIENTS',
        encoded: '/api/v1/%63lients',
        'double slash': '/api/v1//clients',
      }[how]!;
      const answer = how === 'HEAD' ? await stranger.head(address) : await stranger.get(address);
      expect([401, 404]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toContain('items');
    },
  );

  it('a change without our token is refused, with a foreign one too', async () => {
    const bare = await w.stranger().post('/clients', { givenName: 'A', familyName: 'B' });
    expect(bare.status).toBe(403);
    expect((bare.body as { code: string }).code).toBe('csrf');
    const forged = await w.therapist.post('/clients', { givenName: 'A', familyName: 'B' }, { 'X-XSRF-TOKEN': 'x.y' });
    expect(forged.status).toBe(403);
    const crossSite = await w.therapist.post(
      '/clients',
      { givenName: 'A', familyName: 'B' },
      { 'Sec-Fetch-Site': 'cross-site' },
    );
    expect(crossSite.status).toBe(403);
  });

  it('a page learns from its token alone that nobody is signed in, and from nothing else that somebody is', async () => {
    const stranger = w.stranger();
    expect((await stranger.get('/auth/token')).status).toBe(204);
    expect(stranger.cookieHeader()).toMatch(/XSRF-TOKEN=nobody-/);
    expect((await stranger.post('/auth/logout')).status).toBe(204);
    const signedIn = w.therapist.cookieHeader();
    expect(signedIn).not.toContain('nobody-');
    const login = signedIn.split('; ').find((cookie) => !cookie.startsWith('XSRF-TOKEN'))!;
    const offered = (await w.stranger().get('/auth/token', { Cookie: login })).headers['set-cookie'];
    expect(String(offered)).toMatch(/^XSRF-TOKEN=(?!nobody-)/);
  });

  it('a page that opens beside another leaves the other its token, so that no save under way is refused', async () => {
    for (const somebody of [w.therapist, w.stranger()]) {
      await somebody.get('/auth/me');
      expect((await somebody.get('/auth/me')).headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('the same request twice', () => {
  let w: World;
  beforeAll(async () => {
    w = await world();
  });
  afterAll(() => w.close());

  const body = { givenName: 'Noor', familyName: 'Haddad' };

  it('does its work once and gets the first answer again', async () => {
    const first = await w.therapist.post('/clients', body, { 'Idempotency-Key': 'one' });
    const again = await w.therapist.post('/clients', body, { 'Idempotency-Key': 'one' });
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['location']).toBe(first.headers['location']);
  });

  it('is done once also when both arrive together', async () => {
    const both = await Promise.all(
      [1, 2, 3].map(() => w.therapist.post('/clients', body, { 'Idempotency-Key': 'two' })),
    );
    expect(both.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(both.map((answer) => (answer.body as { id: string }).id)).size).toBe(1);
  });

  it('is refused when the key stood for something else', async () => {
    await w.therapist.post('/clients', body, { 'Idempotency-Key': 'three' });
    const other = await w.therapist.post('/clients', { ...body, givenName: 'Nora' }, { 'Idempotency-Key': 'three' });
    expect(other.status).toBe(422);
    expect((other.body as { code: string }).code).toBe('idempotency_key_reused');
  });

  it('is somebody else’s own business', async () => {
    await w.therapist.post('/clients', body, { 'Idempotency-Key': 'four' });
    const other = await w.therapist2.post('/clients', { ...body, givenName: 'Nora' }, { 'Idempotency-Key': 'four' });
    expect(other.status).toBe(201);
    expect((other.body as { givenName: string }).givenName).toBe('Nora');
  });
});

describe('two clinics over a small pool', () => {
  it('never mix, whatever is interleaved, fails or is refused', async () => {
    const w = await world({ KEPT_POOL_SIZE: '2' });
    const ids = async (agent: World['therapist']): Promise<string[]> =>
      ((await agent.get('/clients?limit=100')).body as { items: { id: string }[] }).items.map((item) => item.id).sort();
    const [ours, theirs] = [await ids(w.therapist), await ids(w.other.therapist)];
    expect(ours.some((id) => theirs.includes(id))).toBe(false);
    const one = async (i: number): Promise<void> => {
      const [agent, own, foreign] = i % 2 ? [w.therapist, ours, theirs[0]!] : [w.other.therapist, theirs, ours[0]!];
      if (i % 7 === 0) expect((await agent.get(`/clients/${foreign}`)).status).toBe(404);
      else if (i % 11 === 0) expect((await agent.post('/clients', { givenName: 5 })).status).toBe(400);
      else if (i % 13 === 0) expect((await w.stranger().get('/clients')).status).toBe(401);
      else expect(await ids(agent)).toEqual(own);
    };
    for (let round = 0; round < 50; round++) await Promise.all(Array.from({ length: 6 }, (_, i) => one(round * 6 + i)));
    await w.close();
  });
});
