import { Client as Connection } from 'pg';
import type { Agent } from './agent.js';
import { heldUp } from './locks.js';
import { world, type World } from './world.js';

/**
 * People in care, couples, care teams, staff and supervision over HTTP, by role.
 */
let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

interface Body {
  id: string;
  version: number;
  status: string;
  code: string;
  items: Body[];
  next: string | null;
  displayName: string;
  errors: { path: string }[];
  [field: string]: unknown;
}
const body = (response: { body: unknown }): Body => response.body as Body;
const ids = (response: { body: unknown }): string[] => body(response).items.map(({ id }) => id);
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

async function entered(by: Agent, givenName: string, familyName: string, more: object = {}): Promise<Body> {
  const response = await by.post('/clients', { givenName, familyName, ...more });
  expect(response.status).toBe(201);
  return body(response);
}

describe('a therapist takes on a client', () => {
  it('enters her with all that is known, and she is in care at once', async () => {
    const given = {
      givenName: 'Ingrid',
      familyName: 'Ångström',
      preferredName: 'Inga',
      pronouns: 'she/her',
      birthDate: '1985-11-22',
      email: 'inga@mail.example',
      phone: '+1 555 010 0199',
      timeZone: 'America/New_York',
      safeContact: { channel: 'sms', from: '09:00', to: '17:30', voicemail: false },
    };
    const response = await w.therapist.post('/clients', given);
    expect(response.status).toBe(201);
    expect(response.headers['location']).toBe(`/api/v1/clients/${body(response).id}`);
    expect(response.headers['etag']).toBe('"1"');
    expect(response.body).toMatchObject({
      ...given,
      displayName: 'Inga Å.',
      status: 'active',
      version: 1,
      primaryTherapistId: w.therapist.userId,
      coupleId: null,
      partner: null,
      portal: 'none',
    });
    expect((await w.therapist.get(`/clients/${body(response).id}`)).body).toEqual(response.body);
  });

  it('keeps her from another therapist, from a client and from the other clinic, alike', async () => {
    const { id } = await entered(w.therapist, 'Nadia', 'Osman');
    const unknown = await w.therapist2.get('/clients/0195a0a0-0000-7000-8000-000000000000');
    for (const who of [w.therapist2, w.other.therapist, w.other.admin]) {
      const response = await who.get(`/clients/${id}`);
      expect(response.status).toBe(404);
      expect({ ...body(response), requestId: '' }).toEqual({ ...body(unknown), requestId: '' });
      expect((await who.patch(`/clients/${id}`, { phone: '555 0000' }, ifMatch(1))).status).toBe(404);
      expect(ids(await who.get('/clients?limit=100'))).not.toContain(id);
    }
    expect((await w.dana.get(`/clients/${id}`)).status).toBe(403);
    expect((await w.stranger().get(`/clients/${id}`)).status).toBe(401);
  });

  it('shows the admin the person, and lets her enter one who waits for a therapist', async () => {
    const { id } = await entered(w.therapist, 'Rosa', 'Dietz', { email: 'rosa@mail.example' });
    expect(body(await w.admin.get(`/clients/${id}`))).toMatchObject({
      email: 'rosa@mail.example',
      displayName: 'Rosa D.',
    });
    const waiting = await entered(w.admin, 'Joao', 'Osei');
    expect(waiting).toMatchObject({ status: 'waiting', primaryTherapistId: null });
    expect((await w.therapist.get(`/clients/${waiting.id}`)).status).toBe(404);
  });

  it('lets the supervisor read the clients of whom she supervises, and change none', async () => {
    const { id } = await entered(w.therapist2, 'Hana', 'Bauer');
    const own = await entered(w.therapist, 'Not', 'Hers');
    expect((await w.supervisor.get(`/clients/${id}`)).status).toBe(200);
    expect((await w.supervisor.get(`/clients/${own.id}`)).status).toBe(404);
    expect((await w.supervisor.patch(`/clients/${id}`, { pronouns: 'they' }, ifMatch(1))).status).toBe(403);
  });

  it('names every field that cannot be', async () => {
    const response = await w.therapist.post('/clients', {
      givenName: '',
      familyName: 'x'.repeat(121),
      preferredName: 'Max\u202eim',
      birthDate: '2026-02-30',
      email: 'not an address',
      phone: 'call me',
      timeZone: 'Mars/Olympus',
      safeContact: { channel: 'sms', from: '25:00', when: 'never' },
      status: 'ended',
    });
    expect(response.status).toBe(400);
    const paths = body(response).errors.map(({ path }) => path);
    for (const path of [
      'givenName',
      'familyName',
      'preferredName',
      'birthDate',
      'email',
      'phone',
      'timeZone',
      'safeContact.from',
      'safeContact.when',
      'status',
    ]) {
      expect(paths).toContain(path);
    }
    const unborn = await w.therapist.post('/clients', { givenName: 'A', familyName: 'B', birthDate: '2199-01-01' });
    expect(unborn.status).toBe(400);
    expect(body(unborn).errors[0]?.path).toBe('birthDate');
  });

  it('answers the same request twice with one client', async () => {
    const once = { 'Idempotency-Key': 'new-client-1' };
    const first = await w.therapist.post('/clients', { givenName: 'Only', familyName: 'Once' }, once);
    const again = await w.therapist.post('/clients', { givenName: 'Only', familyName: 'Once' }, once);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(body(again).id).toBe(body(first).id);
  });
});

describe('changing a client', () => {
  it('leaves what is not named, empties what is null, and counts versions', async () => {
    const made = await entered(w.therapist, 'Priya', 'Shah', {
      phone: '555 0101',
      email: 'priya@mail.example',
      pronouns: 'she/her',
    });
    const response = await w.therapist.patch(
      `/clients/${made.id}`,
      { phone: null, familyName: 'Shah-Rao' },
      ifMatch(1),
    );
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      phone: null,
      familyName: 'Shah-Rao',
      givenName: 'Priya',
      email: 'priya@mail.example',
      pronouns: 'she/her',
      version: 2,
    });
    expect((await w.therapist.patch(`/clients/${made.id}`, { givenName: null }, ifMatch(2))).status).toBe(400);
  });

  it('needs the version that was read', async () => {
    const { id } = await entered(w.therapist, 'Luca', 'Verdi');
    expect((await w.therapist.patch(`/clients/${id}`, { pronouns: 'he' })).status).toBe(428);
    expect((await w.therapist.patch(`/clients/${id}`, { pronouns: 'he' }, ifMatch(1))).status).toBe(200);
    const stale = await w.therapist.patch(`/clients/${id}`, { pronouns: 'they' }, ifMatch(1));
    expect(stale.status).toBe(412);
    expect(stale.headers['etag']).toBe('"2"');
    const racers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((pronouns) => w.therapist.patch(`/clients/${id}`, { pronouns }, ifMatch(2))),
    );
    expect(racers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('moves the status along its table', async () => {
    const { id } = await entered(w.therapist, 'Noor', 'Faris');
    const move = async (status: string, version: number) =>
      (await w.therapist.patch(`/clients/${id}`, { status }, ifMatch(version))).status;
    expect(await move('waiting', 1)).toBe(409);
    expect(await move('paused', 1)).toBe(200);
    expect(await move('ended', 2)).toBe(200);
    expect(await move('active', 3)).toBe(200);
  });

  it('names as primary therapist only somebody who treats her', async () => {
    const { id } = await entered(w.therapist, 'Ben', 'Thal');
    const name = (primaryTherapistId: string | null) =>
      w.therapist.patch(`/clients/${id}`, { primaryTherapistId }, ifMatch(1));
    expect(body(await name(w.therapist2.userId))).toMatchObject({ status: 409, code: 'not_on_care_team' });
    expect((await name(null)).status).toBe(200);
  });
});

describe('finding somebody', () => {
  let of: Agent;
  beforeAll(async () => {
    of = w.other.therapist;
    await entered(of, 'Zoë', 'Łuczak', { preferredName: 'Zozo', email: 'Zoe.L@Mail.example' });
    await entered(of, 'Anne-Marie', "O'Brien");
    await entered(of, 'Émile', 'Faure', {});
    await entered(of, 'Aaron', 'Zed');
  });
  const found = async (query: string): Promise<string[]> =>
    body(await of.get(`/clients?${query}`)).items.map(({ displayName }) => displayName);

  it('goes by beginnings of names, whatever the accents and the case', async () => {
    expect(await found('q=zoe')).toEqual(['Zozo Ł.']);
    expect(await found(`q=${encodeURIComponent('LUCZ zo')}`)).toEqual(['Zozo Ł.']);
    expect(await found('q=obr')).toEqual(['Anne-Marie O.']);
    expect(await found('q=emi')).toEqual(['Émile F.']);
    expect(await found('q=uczak')).toEqual([]);
    expect(await found('q=%25')).toEqual([]);
  });

  it('goes by a whole address', async () => {
    expect(await found('q=zoe.l@mail.EXAMPLE')).toEqual(['Zozo Ł.']);
    expect(await found('q=zoe.l@mail')).toEqual([]);
  });

  it('sorts by name and takes no other order than the known ones', async () => {
    expect(await found('sort=name')).toEqual(['Aaron Z.', 'Anne-Marie O.', 'Émile F.', 'Luis A.', 'Zozo Ł.']);
    expect(await found('sort=-name&limit=2')).toEqual(['Zozo Ł.', 'Luis A.']);
    for (const sort of ['givenName', 'id; drop table client', '']) {
      expect((await of.get(`/clients?sort=${encodeURIComponent(sort)}`)).status).toBe(400);
    }
  });

  it('filters by status and by who treats them', async () => {
    const { id } = await entered(of, 'Paul', 'Pause');
    await of.patch(`/clients/${id}`, { status: 'paused' }, ifMatch(1));
    expect(await found('status=paused')).toEqual(['Paul P.']);
    expect(await found(`therapistId=${of.userId}&status=paused`)).toEqual(['Paul P.']);
    expect(await found(`therapistId=${w.other.admin.userId}`)).toEqual([]);
    expect((await of.get('/clients?status=lost')).status).toBe(400);
  });

  it('never holds a name in the address of the next page', async () => {
    const { next } = body(await of.get('/clients?sort=name&limit=2'));
    expect(Buffer.from(next!, 'base64url').toString()).toMatch(/^\["[0-9a-f-]{36}"\]$/);
    expect((await of.get('/clients?cursor=nonsense')).status).toBe(400);
    expect((await of.get(`/clients?cursor=${Buffer.from('["a","b"]').toString('base64url')}`)).status).toBe(400);
  });
});

describe('a long caseload', () => {
  for (const sort of ['-updatedAt', 'updatedAt', 'name', '-name']) {
    it(`is walked by ${sort} without missing or repeating anybody while others come in`, async () => {
      const before = new Set(ids(await w.therapist.get('/clients?limit=100')));
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await w.therapist.get(`/clients?limit=4&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...ids(page));
        cursor = body(page).next ?? '';
        if (seen.length < 24 && seen.length % 8)
          await entered(w.therapist, seen.length % 2 ? 'Aa' : 'Zz', `New${seen.length}`);
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of before) expect(seen).toContain(id);
    });
  }
});

describe('a couple', () => {
  it('is two people with a role each, in the order given', async () => {
    const response = await w.therapist.get(`/couples/${w.coupleId}`);
    expect(response.body).toMatchObject({
      displayName: 'Maya & Tom K.',
      stage: 'stabilise',
      status: 'active',
      betrayalTypes: ['emotional'],
      discoveredOn: null,
      partners: [
        { clientId: w.maya.clientId, role: 'injured', displayName: 'Maya K.' },
        { clientId: w.tom.clientId, role: 'involved', displayName: 'Tom K.' },
      ],
    });
    expect(body(await w.therapist.get(`/clients/${w.maya.clientId}`))).toMatchObject({
      coupleId: w.coupleId,
      partner: { clientId: w.tom.clientId, displayName: 'Tom K.' },
    });
  });

  it('is linked only by whoever treats both', async () => {
    const mine = await entered(w.therapist, 'Ada', 'Lind');
    const hers = await entered(w.therapist2, 'Bo', 'Lind');
    const link = (who: Agent, first: string, second: string) =>
      who.post('/couples', {
        partners: [
          { clientId: first, role: 'both' },
          { clientId: second, role: 'both' },
        ],
      });
    expect((await link(w.therapist, mine.id, hers.id)).status).toBe(404);
    expect((await link(w.supervisor, hers.id, mine.id)).status).toBe(404);
    expect((await link(w.admin, mine.id, hers.id)).status).toBe(403);
    expect(body(await link(w.therapist, mine.id, mine.id))).toMatchObject({ status: 409, code: 'same_client' });
    expect(body(await link(w.therapist, mine.id, w.maya.clientId))).toMatchObject({
      status: 409,
      code: 'already_in_couple',
    });
    await w.therapist2.post(`/clients/${hers.id}/care-team`, { staffId: w.therapist.userId });
    const linked = await link(w.therapist, mine.id, hers.id);
    expect(linked.status).toBe(201);
    expect(body(linked).displayName).toBe('Ada & Bo L.');
  });

  it('grants nobody a view of the other half', async () => {
    const ada = await entered(w.therapist2, 'Ola', 'Lund');
    const bo = await entered(w.therapist, 'Per', 'Lund');
    await w.therapist2.post(`/clients/${ada.id}/care-team`, { staffId: w.therapist.userId });
    const couple = body(
      await w.therapist.post('/couples', {
        partners: [
          { clientId: ada.id, role: 'injured' },
          { clientId: bo.id, role: 'involved' },
        ],
      }),
    );
    expect(body(await w.therapist2.get(`/clients/${ada.id}`))).toMatchObject({ coupleId: couple.id, partner: null });
    expect((await w.therapist2.get(`/clients/${bo.id}`)).status).toBe(404);
    expect((await w.therapist2.get(`/couples/${couple.id}`)).status).toBe(404);
    expect((await w.maya.get(`/couples/${w.coupleId}`)).status).toBe(403);
    expect((await w.maya.get(`/clients/${w.tom.clientId}`)).status).toBe(403);
  });

  it('is said to be in care to whoever treats or supervises it, not to whoever treats each of them alone', async () => {
    const [ida, olof] = [await entered(w.therapist, 'Ida', 'Falk'), await entered(w.therapist, 'Olof', 'Falk')];
    const partners = [ida, olof].map(({ id }) => ({ clientId: id, role: 'both' }));
    const couple = body(await w.therapist.post('/couples', { partners }));
    for (const { id } of [ida, olof])
      expect((await w.therapist.post(`/clients/${id}/care-team`, { staffId: w.therapist2.userId })).status).toBe(201);
    const known = { coupleId: couple.id, partner: { clientId: olof.id } };
    for (const [who, coupleInCare] of [
      [w.therapist, true],
      [w.therapist2, false],
      [w.admin, false],
    ] as const) {
      expect(body(await who.get(`/clients/${ida.id}`))).toMatchObject({ ...known, coupleInCare });
      expect(body(await who.get('/clients?q=ida%20falk')).items).toMatchObject([{ ...known, coupleInCare }]);
      expect((await who.get(`/couples/${couple.id}/secrets-policy`)).status).toBe(
        coupleInCare ? 200 : who === w.admin ? 403 : 404,
      );
    }
    expect((await w.therapist2.get(`/couples/${couple.id}`)).status).toBe(404);
    expect(body(await w.therapist.get(`/clients/${w.dana.clientId}`))).toMatchObject({ coupleInCare: false });
  });

  it('is changed by whoever treats them, a field at a time', async () => {
    const one = body(await w.therapist.get(`/couples/${w.coupleId}`));
    const change = (input: object, version: number) =>
      w.therapist.patch(`/couples/${w.coupleId}`, input, ifMatch(version));
    expect(body(await change({ discoveredOn: '2026-08-02' }, one.version))).toMatchObject({
      discoveredOn: '2026-08-02',
      betrayalTypes: ['emotional'],
      stage: 'stabilise',
    });
    expect(
      body(await change({ stage: 'understand', betrayalTypes: ['online', 'deception'] }, one.version + 1)),
    ).toMatchObject({ stage: 'understand', discoveredOn: '2026-08-02', betrayalTypes: ['online', 'deception'] });
    expect(
      body(await change({ partners: [{ clientId: w.tom.clientId, role: 'both' }] }, one.version + 2)),
    ).toMatchObject({ partners: [{ role: 'injured' }, { role: 'both' }] });
    expect((await change({ partners: [{ clientId: w.dana.clientId, role: 'both' }] }, one.version + 3)).status).toBe(
      404,
    );
    expect((await change({ stage: 'forgiven' }, one.version + 3)).status).toBe(400);
    expect((await change({ stage: 'repair' }, one.version)).status).toBe(412);
    expect(
      (await w.therapist2.patch(`/couples/${w.coupleId}`, { stage: 'part' }, ifMatch(one.version + 3))).status,
    ).toBe(404);
  });

  it('is a name to the admin, without what happened between them', async () => {
    const seen = body(await w.admin.get(`/couples/${w.coupleId}`));
    expect(seen.displayName).toBe('Maya & Tom K.');
    for (const field of ['stage', 'betrayalTypes', 'discoveredOn']) expect(seen).not.toHaveProperty(field);
    expect(ids(await w.therapist.get('/couples'))).toContain(w.coupleId);
    expect(ids(await w.therapist.get(`/couples?clientId=${w.maya.clientId}`))).toEqual([w.coupleId]);
    expect(ids(await w.therapist2.get('/couples'))).toEqual([]);
    expect((await w.other.therapist.get(`/couples/${w.coupleId}`)).status).toBe(404);
  });
});

describe('a care team', () => {
  it('shows who treats a client, who answers for her first', async () => {
    const { id } = await entered(w.therapist, 'Wen', 'Lam');
    const added = await w.therapist.post(`/clients/${id}/care-team`, { staffId: w.therapist2.userId });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      staffId: w.therapist2.userId,
      displayName: 'Sam Okoro',
      primary: false,
      to: null,
    });
    const team = body(await w.therapist2.get(`/clients/${id}/care-team`)).items;
    expect(team.map(({ displayName, primary }) => [displayName, primary])).toEqual(
      expect.arrayContaining([
        ['Dr Ellis', true],
        ['Sam Okoro', false],
      ]),
    );
    expect(body(await w.therapist.post(`/clients/${id}/care-team`, { staffId: w.therapist2.userId })).code).toBe(
      'already_on_care_team',
    );
  });

  it('lets nobody in by her own hand', async () => {
    const { id } = await entered(w.therapist, 'Kit', 'Lam');
    const join = async (who: Agent, whom: Agent) =>
      (await who.post(`/clients/${id}/care-team`, { staffId: whom.userId })).status;
    expect(await join(w.therapist2, w.therapist2)).toBe(404);
    expect(await join(w.admin, w.admin)).toBe(403);
    expect(await join(w.supervisor, w.supervisor)).toBe(404);
    expect(await join(w.therapist, w.admin)).toBe(409);
    expect(await join(w.therapist, w.other.therapist)).toBe(404);
    expect(await join(w.admin, w.therapist2)).toBe(201);
  });

  it('takes sight at once from whose care has ended', async () => {
    const { id } = await entered(w.therapist, 'Sol', 'Ito');
    const member = body(await w.therapist.post(`/clients/${id}/care-team`, { staffId: w.therapist2.userId }));
    expect((await w.therapist2.get(`/clients/${id}`)).status).toBe(200);
    expect((await w.therapist.delete(`/clients/${id}/care-team/${member.id}`)).status).toBe(204);
    expect((await w.therapist2.get(`/clients/${id}`)).status).toBe(404);
    expect((await w.therapist.delete(`/clients/${id}/care-team/${member.id}`)).status).toBe(404);
    const own = body(await w.therapist.get(`/clients/${id}/care-team`)).items.find(
      ({ staffId }) => staffId === w.therapist.userId,
    )!;
    expect((await w.therapist.delete(`/clients/${id}/care-team/${own.id}`)).status).toBe(204);
    expect((await w.therapist.get(`/clients/${id}`)).status).toBe(404);
    expect((await w.therapist.post(`/clients/${id}/care-team`, { staffId: w.therapist.userId })).status).toBe(404);
  });

  it('begins on the day agreed', async () => {
    const { id } = await entered(w.therapist, 'May', 'Ito');
    const later = await w.admin.post(`/clients/${id}/care-team`, { staffId: w.therapist2.userId, from: '2199-01-05' });
    expect(body(later)).toMatchObject({ from: '2199-01-05T05:00:00.000Z' });
    expect((await w.therapist2.get(`/clients/${id}`)).status).toBe(404);
    expect(
      (await w.admin.post(`/clients/${id}/care-team`, { staffId: w.supervisor.userId, from: 'soon' })).status,
    ).toBe(400);
  });
});

describe('staff', () => {
  it('are listed for colleagues, and clients’ sign-ins are not among them', async () => {
    const { items } = body(await w.therapist.get('/staff'));
    expect(items.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(['Dr Ellis', 'Sam Okoro', 'Dr Moss', 'Kim Brandt']),
    );
    expect(items).toHaveLength(4);
    expect(items.find(({ id }) => id === w.therapist2.userId)).toMatchObject({
      roles: ['therapist'],
      status: 'active',
      supervisions: [{ supervisorId: w.supervisor.userId, supervisorName: 'Dr Moss', cosign: true }],
    });
    expect((await w.maya.get('/staff')).status).toBe(403);
    expect((await w.admin.get(`/staff/${w.maya.userId}`)).status).toBe(404);
    expect((await w.admin.get(`/staff/${w.other.therapist.userId}`)).status).toBe(404);
  });

  it('are invited by the admin', async () => {
    const invitation = { email: 'new@harbour.example', displayName: 'Ana Lund', roles: ['therapist'] };
    const response = await w.admin.post('/staff/invitations', invitation);
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({ ...invitation, status: 'invited', version: 1 });
    expect(body(await w.admin.post('/staff/invitations', invitation))).toMatchObject({
      status: 409,
      code: 'email_taken',
    });
    expect((await w.therapist.post('/staff/invitations', invitation)).status).toBe(403);
    expect((await w.admin.post('/staff/invitations', { ...invitation, roles: ['client'] })).status).toBe(400);
    expect((await w.admin.post('/staff/invitations', { ...invitation, roles: [] })).status).toBe(400);
  });

  it('are disabled by the admin, which signs them out at once, and never by themselves', async () => {
    const email = 'leaver@harbour.example';
    const made = body(
      await w.admin.post('/staff/invitations', { email, displayName: 'A Leaver', roles: ['therapist'] }),
    );
    expect(
      (await w.admin.patch(`/staff/${w.admin.userId}`, { roles: ['admin', 'therapist'] }, ifMatch(1))).status,
    ).toBe(403);
    expect((await w.therapist.patch(`/staff/${made.id}`, { roles: ['admin'] }, ifMatch(1))).status).toBe(403);
    expect((await w.admin.patch(`/staff/${made.id}`, { status: 'disabled' })).status).toBe(428);
    expect(body(await w.admin.patch(`/staff/${made.id}`, { status: 'disabled' }, ifMatch(1)))).toMatchObject({
      status: 'disabled',
      version: 2,
    });
    const second = body(await w.admin.get(`/staff/${w.therapist2.userId}`));
    expect(
      (await w.admin.patch(`/staff/${w.therapist2.userId}`, { status: 'disabled' }, ifMatch(second.version))).status,
    ).toBe(200);
    expect((await w.therapist2.get('/clients')).status).toBe(401);
    expect(
      (await w.admin.patch(`/staff/${w.therapist2.userId}`, { status: 'active' }, ifMatch(second.version + 1))).status,
    ).toBe(200);
    await w.therapist2.signIn('therapist2@harbour.example', 'trust-takes-time');
  });

  it('get their roles from an admin, and may do by them at once what they could not', async () => {
    const change = async (roles: string[]) => {
      const { version } = body(await w.admin.get(`/staff/${w.therapist2.userId}`));
      return w.admin.patch(`/staff/${w.therapist2.userId}`, { roles }, ifMatch(version));
    };
    expect((await w.therapist2.get('/audit-events')).status).toBe(403);
    expect(body(await change(['therapist', 'admin']))).toMatchObject({ roles: ['therapist', 'admin'] });
    expect((await w.therapist2.get('/audit-events')).status).toBe(200);
    expect((await change(['therapist'])).status).toBe(200);
    expect((await w.therapist2.get('/audit-events')).status).toBe(403);
    for (const roles of [[], ['client'], ['admin', 'admin'], ['owner']]) expect((await change(roles)).status).toBe(400);
  });

  it('always have an admin among them: two who take it from each other at the same time leave one', async () => {
    const [first, second] = [w.admin, w.therapist2];
    const rolesOf = async (by: Agent, of: Agent, roles: string[]) => {
      const { version } = body(await w.admin.get(`/staff/${of.userId}`));
      return () => by.patch(`/staff/${of.userId}`, { roles }, ifMatch(version));
    };
    expect((await (await rolesOf(first, second, ['therapist', 'admin']))()).status).toBe(200);
    const acts = [await rolesOf(first, second, ['therapist']), await rolesOf(second, first, ['supervisor'])];
    // Both have begun before either can write.
    await w.owner.query('begin');
    await w.owner.query('select 1 from app_user where id = any ($1) for update', [[first.userId, second.userId]]);
    const under = Promise.all(acts.map((act) => act()));
    await heldUp(w.owner, under, 2);
    await w.owner.query('commit');
    const answers = await under;
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const { rows } = await w.owner.query(
      `select 1 from app_user where clinic_id = $1 and 'admin' = any (roles) and status = 'active'`,
      [w.clinicId],
    );
    expect(rows).toHaveLength(1);
    if (statuses[1] === 200) {
      const { version } = body(await second.get(`/staff/${first.userId}`));
      await second.patch(`/staff/${first.userId}`, { roles: ['admin'] }, ifMatch(version));
      await (
        await rolesOf(first, second, ['therapist'])
      )();
    }
  });
});

describe('supervision', () => {
  it('is set up by the admin, for others', async () => {
    const set = (who: Agent, therapist: Agent, supervisor: Agent) =>
      who.post(`/staff/${therapist.userId}/supervisions`, { supervisorId: supervisor.userId, cosign: false });
    expect((await set(w.therapist, w.therapist2, w.therapist)).status).toBe(403);
    expect(body(await set(w.admin, w.therapist2, w.supervisor)).code).toBe('already_supervised');
    expect(body(await set(w.admin, w.therapist2, w.therapist)).code).toBe('not_a_supervisor');
    expect((await set(w.admin, w.therapist2, w.admin)).status).toBe(403);
    expect((await set(w.admin, w.other.therapist, w.supervisor)).status).toBe(404);
    expect(
      (await w.admin.post(`/staff/${w.therapist.userId}/supervisions`, { supervisorId: w.supervisor.userId })).status,
    ).toBe(400);
  });

  it('ends and takes the view with it', async () => {
    const made = await w.admin.post(`/staff/${w.therapist.userId}/supervisions`, {
      supervisorId: w.supervisor.userId,
      cosign: false,
    });
    expect(made.status).toBe(201);
    expect((await w.supervisor.get(`/clients/${w.dana.clientId}`)).status).toBe(200);
    expect((await w.admin.delete(`/staff/${w.therapist.userId}/supervisions/${body(made).id}`)).status).toBe(204);
    expect((await w.supervisor.get(`/clients/${w.dana.clientId}`)).status).toBe(404);
  });
});

describe('a portal', () => {
  it('is opened by an invitation to the person’s own address', async () => {
    const { id } = await entered(w.therapist, 'Greta', 'Holm');
    const invite = (who: Agent, email: string) => who.post(`/clients/${id}/portal-invitation`, { email });
    expect((await invite(w.therapist2, 'greta@mail.example')).status).toBe(404);
    expect((await invite(w.therapist, 'nobody')).status).toBe(400);
    const sent = await invite(w.therapist, 'greta@mail.example');
    expect(sent.status).toBe(202);
    expect(body(await w.therapist.get(`/clients/${id}`))['portal']).toBe('invited');
    expect((await invite(w.therapist, 'greta.holm@mail.example')).status).toBe(202);
    expect(body(await invite(w.therapist, 'dana@harbour.example')).code).toBe('email_taken');
    const active = await w.therapist.post(`/clients/${w.dana.clientId}/portal-invitation`, {
      email: 'dana@mail.example',
    });
    expect(body(active).code).toBe('portal_in_use');
  });

  it('is never opened at the partner’s address', async () => {
    const una = await entered(w.therapist, 'Una', 'Ek', { email: 'Una@mail.example' });
    const sten = await entered(w.therapist, 'Sten', 'Ek');
    await w.therapist.post('/couples', {
      partners: [
        { clientId: una.id, role: 'injured' },
        { clientId: sten.id, role: 'involved' },
      ],
    });
    const response = await w.therapist.post(`/clients/${sten.id}/portal-invitation`, { email: 'una@MAIL.example' });
    expect(body(response)).toMatchObject({ status: 409, code: 'partners_address' });
  });
});

/** What the byte columns of a printed row would say, were they not sealed. */
const bytesIn = (row: string): string =>
  [...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1')).join(' ');

describe('the rows at rest', () => {
  it('hold no name, address, number or day of birth that could be read', async () => {
    const marks = {
      givenName: 'Quenilda',
      familyName: 'Xylander',
      preferredName: 'Quenny',
      phone: '+44 7700 900123',
      email: 'quenilda@mail.example',
      birthDate: '1971-03-09',
    };
    const { id } = await entered(w.therapist, marks.givenName, marks.familyName, {
      ...marks,
      safeContact: { channel: 'Xylophone only' },
    });
    await w.therapist.patch(`/clients/${id}`, { pronouns: 'xe/xem-mark' }, ifMatch(1));
    await w.therapist.post(`/clients/${id}/portal-invitation`, { email: marks.email });
    const { rows: tables } = await w.owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'door', 'pgboss')`,
    );
    const root = new Connection({ connectionString: w.database.admin });
    await root.connect();
    let dump = '';
    for (const { name } of tables) {
      const { rows } = await root.query<{ text: string }>(`select t::text as text from ${name} t`);
      dump += rows.map((row) => row.text + bytesIn(row.text)).join('\n');
    }
    await root.end();
    expect(dump).toContain(id);
    expect(bytesIn('(1,"\\\\x4d617961")')).toBe('Maya');
    for (const mark of [...Object.values(marks), 'Xylophone', 'xe/xem-mark', 'Maya', 'Kovac', 'maya@harbour'])
      expect(dump).not.toContain(mark);
  });

  it('leave behind who looked, without what was seen', async () => {
    await w.therapist.get(`/clients/${w.dana.clientId}`);
    const root = new Connection({ connectionString: w.database.admin });
    await root.connect();
    const { rows } = await root.query(
      `select act, target from audit_event where client_id = $1 and actor_id = $2 and target = 'clients' order by id desc limit 1`,
      [w.dana.clientId, w.therapist.userId],
    );
    await root.end();
    expect(rows).toEqual([{ act: 'read', target: 'clients' }]);
  });
});
