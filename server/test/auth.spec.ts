import type { Agent } from './agent.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { PASSWORD, world, type World } from './world.js';

const NEW_PASSWORD = 'seven quiet lamps at dusk';

let w: World;
let post: Mailbox;
beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
});
afterAll(async () => {
  await w.close();
  await post.close();
});

/** Somebody at a browser that has loaded the page: it holds the XSRF cookie. */
async function visitor(): Promise<Agent> {
  const agent = w.stranger();
  await agent.get('/auth/me');
  return agent;
}

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const without = (body: unknown): object => ({ ...(body as object), requestId: '' });
const tokenIn = (text: string): string => /#(\S+)/.exec(text)![1]!;

describe('signing in', () => {
  it('tells a therapist who she is', async () => {
    const { status, body } = await w.therapist.get('/auth/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      displayName: 'Dr Ellis',
      roles: ['therapist'],
      clientId: null,
      clinic: { name: 'Harbour Practice', timeZone: 'America/New_York' },
    });
  });

  it('answers a wrong password, an unknown address and a disabled account alike', async () => {
    await w.owner.query(`update app_user set status = 'disabled' where id = $1`, [w.therapist2.userId]);
    const agent = await visitor();
    const answers = [];
    for (const email of ['therapist@harbour.example', 'nobody@harbour.example', 'therapist2@harbour.example']) {
      answers.push(
        await agent.post('/auth/login', {
          email,
          password: email.startsWith('therapist2') ? PASSWORD : 'not the password',
        }),
      );
    }
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
    expect(answers.map(codeOf)).toEqual(Array(3).fill('invalid_credentials'));
    for (const answer of answers) expect(without(answer.body)).toEqual(without(answers[0]!.body));
    await w.owner.query(`update app_user set status = 'active' where id = $1`, [w.therapist2.userId]);
  });

  it('slows down after ten tries, for an unknown address just as for a known one', async () => {
    for (const email of ['supervisor@harbour.example', 'ghost@harbour.example']) {
      const agent = await visitor();
      const tries = [];
      for (let i = 0; i < 11; i++) tries.push(await agent.post('/auth/login', { email, password: 'wrong again' }));
      expect(tries.slice(0, 10).map((answer) => answer.status)).toEqual(Array(10).fill(401));
      expect(tries[10]!.status).toBe(429);
      expect(Number(tries[10]!.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('refuses an address that is a list', async () => {
    const answer = await (
      await visitor()
    ).post('/auth/login', { email: ['a@b.example', 'c@d.example'], password: 'x' });
    expect([400, 401]).toContain(answer.status);
  });

  it('ends a login everywhere once it is signed out', async () => {
    const agent = await w.stranger().signIn('dana@harbour.example', PASSWORD);
    const stolen = agent.cookieHeader();
    expect((await agent.post('/auth/logout')).status).toBe(204);
    expect((await w.stranger().get('/auth/me', { Cookie: stolen })).status).toBe(401);
  });

  it('ends a login that was idle, and one that is too old, but not one in use', async () => {
    const agent = await w.stranger().signIn('dana@harbour.example', PASSWORD);
    const age = (sql: string): Promise<unknown> =>
      w.owner.query(`set role kept_system; update door.login set ${sql} where user_id = '${agent.userId}'; reset role`);
    await age(`seen_at = now() - interval '29 minutes'`);
    expect((await agent.get('/auth/me')).status).toBe(200);
    await age(`seen_at = now() - interval '31 minutes'`);
    expect((await agent.get('/auth/me')).status).toBe(401);
    await agent.signIn('dana@harbour.example', PASSWORD);
    await age(`expires_at = now() - interval '1 second'`);
    expect((await agent.get('/auth/me')).status).toBe(401);
  });

  it('is not kept alive by a poll', async () => {
    const agent = await w.stranger().signIn('dana@harbour.example', PASSWORD);
    await w.owner.query(
      `set role kept_system; update door.login set seen_at = now() - interval '20 minutes' where user_id = '${agent.userId}'; reset role`,
    );
    const before = (await agent.get('/auth/me', { 'X-Kept-Poll': '1' })).body as { idleExpiresAt: string };
    const after = (await agent.get('/auth/me')).body as { idleExpiresAt: string };
    expect(Date.parse(after.idleExpiresAt) - Date.parse(before.idleExpiresAt)).toBeGreaterThan(15 * 60_000);
  });

  it('shows a client her own devices and lets her end one', async () => {
    const phone = await w.stranger().signIn('dana@harbour.example', PASSWORD);
    const laptop = await w.stranger().signIn('dana@harbour.example', PASSWORD);
    const { items } = (await laptop.get('/auth/logins')).body as { items: { id: string; current: boolean }[] };
    expect(items.filter((item) => item.current)).toHaveLength(1);
    expect((await w.tom.delete(`/auth/logins/${items[1]!.id}`)).status).toBe(404);
    for (const item of items.filter((each) => !each.current))
      expect((await laptop.delete(`/auth/logins/${item.id}`)).status).toBe(204);
    expect((await phone.get('/auth/me')).status).toBe(401);
    expect((await laptop.get('/auth/me')).status).toBe(200);
  });

  it('drops a role the moment it is taken away', async () => {
    expect((await w.other.admin.get('/staff')).status).toBe(200);
    await w.owner.query(`update app_user set roles = '{therapist}' where id = $1`, [w.other.admin.userId]);
    expect(
      (
        await w.other.admin.post('/staff/invitations', {
          email: 'x@lakeside.example',
          displayName: 'X',
          roles: ['therapist'],
        })
      ).status,
    ).toBe(403);
    await w.owner.query(`update app_user set roles = '{admin}' where id = $1`, [w.other.admin.userId]);
  });

  it('hands out a draft key that is one’s own and the same again', async () => {
    const keyOf = async (agent: Agent): Promise<string> =>
      ((await agent.get('/auth/draft-key')).body as { key: string }).key;
    expect(Buffer.from(await keyOf(w.maya), 'base64')).toHaveLength(32);
    expect(await keyOf(w.maya)).toBe(await keyOf(w.maya));
    expect(await keyOf(w.maya)).not.toBe(await keyOf(w.tom));
  });
});

describe('an invitation', () => {
  async function invited(email: string): Promise<{ agent: Agent; token: string; clientId: string }> {
    const made = await w.therapist.post('/clients', {
      givenName: 'Noor',
      familyName: 'Haddad',
      birthDate: '1985-03-02',
    });
    const { id: clientId } = made.body as { id: string };
    expect((await w.therapist.post(`/clients/${clientId}/portal-invitation`, { email })).status).toBe(202);
    const [letter] = await post.lettersTo(email);
    return { agent: await visitor(), token: tokenIn(letter!.text), clientId };
  }

  it('comes by mail in neutral words, is recognised, accepted once, and signs its person in', async () => {
    const { agent, token, clientId } = await invited('noor@mail.example');
    const [letter] = await post.lettersTo('noor@mail.example');
    expect(`${letter!.subject} ${letter!.text}`).not.toMatch(/betray|couple|therap|trust|Noor|Haddad|Ellis/i);
    const look = await agent.post('/auth/invitations/look', { token });
    expect(look.body).toMatchObject({
      kind: 'client',
      clinicName: 'Harbour Practice',
      initials: 'N. H.',
      birthYear: 1985,
      invitedBy: 'Dr Ellis',
      expired: false,
    });
    expect(codeOf(await agent.post('/auth/invitations/accept', { token, password: 'short' }))).toBe('invalid');
    const accepted = await agent.post('/auth/invitations/accept', { token, password: NEW_PASSWORD });
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ status: 'signed_in', me: { roles: ['client'], clientId } });
    expect((await agent.get('/auth/me')).status).toBe(200);
    expect((await (await visitor()).post('/auth/invitations/accept', { token, password: NEW_PASSWORD })).status).toBe(
      404,
    );
    await w.stranger().signIn('noor@mail.example', NEW_PASSWORD);
  });

  it('is used once also when it is accepted ten times together', async () => {
    const { token } = await invited('race@mail.example');
    const agents = await Promise.all(Array.from({ length: 10 }, visitor));
    const answers = await Promise.all(
      agents.map((agent) => agent.post('/auth/invitations/accept', { token, password: NEW_PASSWORD })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it('ends when a newer one is sent, and after three days; then a new one can be asked for', async () => {
    const { agent, token, clientId } = await invited('late@mail.example');
    await w.therapist.post(`/clients/${clientId}/portal-invitation`, { email: 'late@mail.example' });
    const letters = await post.lettersTo('late@mail.example', 2);
    expect(((await agent.post('/auth/invitations/look', { token })).body as { expired: boolean }).expired).toBe(true);
    const newer = tokenIn(letters[1]!.text);
    await w.owner.query(
      `set role kept_system; update door.token set expires_at = now() - interval '1 hour' where used_at is null; reset role`,
    );
    expect((await agent.post('/auth/invitations/accept', { token: newer, password: NEW_PASSWORD })).status).toBe(404);
    expect((await agent.post('/auth/invitations/renew', { token: newer })).status).toBe(202);
    expect(await post.lettersTo('therapist@harbour.example')).not.toHaveLength(0);
  });

  it('cannot be sent to an address that signs somebody else in, nor looked at by guessing', async () => {
    const made = await w.therapist.post('/clients', { givenName: 'Ada', familyName: 'Twin' });
    const { id } = made.body as { id: string };
    const taken = await w.therapist.post(`/clients/${id}/portal-invitation`, { email: 'luis@lakeside.example' });
    expect([taken.status, codeOf(taken)]).toEqual([409, 'email_taken']);
    expect((await (await visitor()).post('/auth/invitations/look', { token: 'x'.repeat(43) })).status).toBe(404);
  });
});

describe('a forgotten password', () => {
  it('is reset by mail once, ends every login, and tells nobody whether an address is known', async () => {
    const signedIn = await w.stranger().signIn('luis@lakeside.example', PASSWORD);
    const agent = await visitor();
    const known = await agent.post('/auth/password/forgot', { email: 'LUIS@lakeside.example '.trim() });
    const unknown = await agent.post('/auth/password/forgot', { email: 'nobody@lakeside.example' });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(known.text).toBe(unknown.text);
    const [letter] = await post.lettersTo('luis@lakeside.example');
    const token = tokenIn(letter!.text);
    expect((await agent.post('/auth/password/reset', { token, password: 'aaaaaaaaaaaaaaaaaaaa' })).status).toBe(400);
    expect((await agent.post('/auth/password/reset', { token, password: NEW_PASSWORD })).status).toBe(204);
    expect((await agent.post('/auth/password/reset', { token, password: NEW_PASSWORD })).status).toBe(404);
    expect((await signedIn.get('/auth/me')).status).toBe(401);
    await w.stranger().signIn('luis@lakeside.example', NEW_PASSWORD);
  });

  it('keeps no secret that a reader of the database could use', async () => {
    const { rows } = await w.owner
      .query(`set role kept_system`)
      .then(() =>
        w.owner.query(
          `select encode(token_hash, 'hex') as h from door.token union all select encode(token_hash, 'hex') from door.login`,
        ),
      );
    await w.owner.query('reset role');
    expect((rows as { h: string }[]).every((row) => row.h.length === 64)).toBe(true);
    const queued = await w.owner
      .query(`set role kept_worker`)
      .then(() => w.owner.query<{ data: unknown }>('select data from pgboss.job'));
    await w.owner.query('reset role');
    expect(JSON.stringify(queued.rows)).not.toMatch(/token|password_hash/);
  });
});
