import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client as Connection } from 'pg';
import { DataSource } from 'typeorm';
import { foundClinic, foundUser } from '../src/cli/founding.js';
import type { Config } from '../src/platform/config.js';
import type { Role } from '../src/platform/permissions.js';
import { Agent } from './agent.js';
import { freshDatabase, startApp, testConfig, type FreshDatabase } from './app.js';

export const PASSWORD = 'trust-takes-time';

/** Two clinics with everyone in them, signed in, on the real app and a database of their own. */
export interface World {
  app: NestFastifyApplication;
  config: Config;
  database: FreshDatabase;
  /** A connection as kept_migrate: sees every clinic's rows. For looking behind the scenes, not for acting. */
  owner: Connection;
  clinicId: string;
  therapist: Agent;
  therapist2: Agent;
  supervisor: Agent;
  admin: Agent;
  /** Maya (injured) and Tom (involved): a couple in the therapist's care. */
  maya: Agent;
  tom: Agent;
  coupleId: string;
  /** In the therapist's care alone. */
  dana: Agent;
  other: { clinicId: string; admin: Agent; therapist: Agent; luis: Agent };
  /** Somebody at a fresh browser, not signed in. */
  stranger(): Agent;
  close(): Promise<void>;
}

interface Person {
  givenName: string;
  familyName: string;
}

export async function world(settings: NodeJS.ProcessEnv = {}): Promise<World> {
  const database = await freshDatabase();
  const config = testConfig(database, settings);
  const app = await startApp(config);
  const owner = new Connection({ connectionString: process.env['TEST_PG_MIGRATE']!.replace('DBNAME', database.name) });
  await owner.connect();
  const dataSource = app.get(DataSource);
  const server = app.getHttpServer();
  const stranger = (): Agent => new Agent(server);

  const staff = async (clinicId: string, name: string, displayName: string, roles: Role[]): Promise<Agent> => {
    const email = `${name}.example`;
    await foundUser(owner, dataSource, clinicId, { email, displayName, roles, createdAt: new Date() }, PASSWORD);
    return stranger().signIn(email, PASSWORD);
  };
  const inCare = async (clinicId: string, therapist: Agent, name: string, person: Person): Promise<Agent> => {
    const email = `${name}.example`;
    const made = await therapist.post('/clients', { ...person, email });
    if (made.status !== 201) throw new Error(`client: ${made.status} ${JSON.stringify(made.body)}`);
    const { id: clientId } = made.body as { id: string };
    const displayName = `${person.givenName} ${person.familyName[0]}.`;
    await foundUser(
      owner,
      dataSource,
      clinicId,
      { email, displayName, roles: ['client'], clientId, createdAt: new Date() },
      PASSWORD,
    );
    return stranger().signIn(email, PASSWORD);
  };

  const clinicId = await foundClinic(owner, {
    name: 'Harbour Practice',
    timeZone: 'America/New_York',
    phone: '555 0100',
  });
  const otherId = await foundClinic(owner, { name: 'Lakeside Practice', timeZone: 'Europe/Berlin', locale: 'de-DE' });
  const admin = await staff(clinicId, 'admin@harbour', 'Kim Brandt', ['admin']);
  const therapist = await staff(clinicId, 'therapist@harbour', 'Dr Ellis', ['therapist']);
  const therapist2 = await staff(clinicId, 'therapist2@harbour', 'Sam Okoro', ['therapist']);
  const supervisor = await staff(clinicId, 'supervisor@harbour', 'Dr Moss', ['supervisor', 'therapist']);
  const maya = await inCare(clinicId, therapist, 'maya@harbour', { givenName: 'Maya', familyName: 'Kovac' });
  const tom = await inCare(clinicId, therapist, 'tom@harbour', { givenName: 'Tom', familyName: 'Kovac' });
  const dana = await inCare(clinicId, therapist, 'dana@harbour', { givenName: 'Dana', familyName: 'Reyes' });
  const couple = await therapist.post('/couples', {
    partners: [
      { clientId: maya.clientId, role: 'injured' },
      { clientId: tom.clientId, role: 'involved' },
    ],
    betrayalTypes: ['emotional'],
    stage: 'stabilise',
  });
  const supervised = await admin.post(`/staff/${therapist2.userId}/supervisions`, {
    supervisorId: supervisor.userId,
    cosign: true,
  });
  if (couple.status !== 201 || supervised.status !== 201) {
    throw new Error(`${JSON.stringify(couple.body)} ${JSON.stringify(supervised.body)}`);
  }
  const otherAdmin = await staff(otherId, 'admin@lakeside', 'Jana Roth', ['admin']);
  const otherTherapist = await staff(otherId, 'therapist@lakeside', 'Dr Vogel', ['therapist']);
  const luis = await inCare(otherId, otherTherapist, 'luis@lakeside', { givenName: 'Luis', familyName: 'Arias' });

  return {
    app,
    config,
    database,
    owner,
    clinicId,
    therapist,
    therapist2,
    supervisor,
    admin,
    maya,
    tom,
    coupleId: (couple.body as { id: string }).id,
    dana,
    other: { clinicId: otherId, admin: otherAdmin, therapist: otherTherapist, luis },
    stranger,
    close: async () => {
      await app.close();
      await owner.end();
    },
  };
}
