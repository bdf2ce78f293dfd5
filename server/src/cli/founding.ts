import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { USUAL_CRISIS_TEXT } from '../clinics/crisis-text.rules.js';
import { hashPassword } from '../auth/password.hash.js';
import { User } from '../auth/user.entity.js';
import { actingAs } from '../platform/acting.js';
import { insertRow } from '../platform/database.js';
import { emailIndex } from '../platform/blind.index.js';
import { newClinicKey } from '../platform/keys.js';
import { newId } from '../platform/ids.js';
import type { Role } from '../platform/permissions.js';

export interface NewClinic {
  name: string;
  timeZone: string;
  locale?: string;
  phone?: string;
  crisisText?: string;
}

export interface NewUser {
  email: string;
  displayName: string;
  roles: Role[];
  clientId?: string | null;
  weeklySessions?: number;
  createdAt: Date;
}

const hashes = new Map<string, Promise<string>>();

/** One hash for one password: founding gives the same one to many demo users. */
const hashOnce = (password: string): Promise<string> => {
  const known = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, known);
  return known;
};

/** Makes a clinic with its key. `owner` is a connection that bypasses row security (kept_migrate). Returns its id. */
export async function foundClinic(owner: Client, clinic: NewClinic): Promise<string> {
  const id = newId();
  await owner.query(
    'insert into clinic (id, name, time_zone, locale, phone, crisis_text, wrapped_key) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      id,
      clinic.name,
      clinic.timeZone,
      clinic.locale ?? 'en-US',
      clinic.phone ?? '',
      clinic.crisisText ?? USUAL_CRISIS_TEXT,
      newClinicKey(id),
    ],
  );
  return id;
}

/** Makes a user who can sign in at once. Returns the user's id. */
export async function foundUser(
  owner: Client,
  app: DataSource,
  clinicId: string,
  user: NewUser,
  password: string,
): Promise<string> {
  const id = newId();
  const row: User = {
    id,
    clientId: user.clientId ?? null,
    displayName: user.displayName,
    email: user.email,
    roles: user.roles,
    status: 'active',
    weeklySessions: user.weeklySessions ?? null,
    createdAt: user.createdAt,
    version: 1,
  };
  await actingAs(app, { id: newId(), clinicId, roles: ['admin'], clientId: null }, () => insertRow(User, row));
  await owner.query(
    'insert into door.account (email_index, clinic_id, user_id, password_hash) values ($1, $2, $3, $4)',
    [emailIndex(user.email), clinicId, id, await hashOnce(password)],
  );
  return id;
}
