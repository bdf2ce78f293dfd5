import { PASSWORD, world, type World } from './world.js';

describe('signing in', () => {
  let w: World;
  beforeAll(async () => {
    w = await world();
  }, 60_000);
  afterAll(() => w.close());

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
    const stranger = w.stranger();
    await stranger.get('/auth/me');
    const answers = [];
    for (const email of ['therapist@harbour.example', 'nobody@harbour.example']) {
      answers.push(await stranger.post('/auth/login', { email, password: 'not the password at all' }));
    }
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]!.body, requestId: '' });
    }
  });

  it('ends a login everywhere once it is signed out', async () => {
    const agent = await w.stranger().signIn('dana@harbour.example', PASSWORD);
    const stolen = agent.cookieHeader();
    expect((await agent.post('/auth/logout')).status).toBe(204);
    const again = await w.stranger().get('/auth/me', { Cookie: stolen });
    expect(again.status).toBe(401);
  });
});
