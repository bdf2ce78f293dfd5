import type pg from 'pg';
import { hashOfToken, newToken } from '../auth/login.token.js';
import type { Config } from '../platform/config.js';
import { openBytes, openClinicKey, openDataKey } from '../platform/encryption.js';
import type { Mail, SendMail } from './post.office.js';

export interface Tools {
  pool: pg.Pool;
  send: SendMail;
  config: Config;
}

type Handler = (clinicId: string, payload: Record<string, string | null>, tools: Tools) => Promise<void>;

interface AddressRow {
  email: Buffer;
  key_id: string | null;
  wrapped: Buffer | null;
  clinic_key: Buffer;
  clinic_name: string;
  status: string;
}

/** Where a user's mail goes; null when there is no such user any more, or he was disabled. */
async function addressOf(
  clinicId: string,
  userId: string,
  { pool }: Tools,
): Promise<{ to: string; clinic: string } | null> {
  const { rows } = await pool.query<AddressRow>('select * from mail_address($1, $2)', [clinicId, userId]);
  const row = rows[0];
  if (!row || row.status === 'disabled') return null;
  const clinicKey = openClinicKey(clinicId, row.clinic_key);
  const key = row.key_id && row.wrapped ? openDataKey(clinicKey, clinicId, row.key_id, row.wrapped) : clinicKey;
  return {
    to: openBytes(key, row.email, `${clinicId}|app_user|email|${userId}`).toString('utf8'),
    clinic: row.clinic_name,
  };
}

async function mailTo(
  clinicId: string,
  userId: string | null | undefined,
  tools: Tools,
  words: (clinic: string) => Omit<Mail, 'to'>,
): Promise<void> {
  const address = userId ? await addressOf(clinicId, userId, tools) : null;
  if (address) await tools.send({ to: address.to, ...words(address.clinic) });
}

/** A link with its secret in the fragment: it reaches no server log, and no scanner that follows links uses it up. */
async function linkFor(
  clinicId: string,
  userId: string,
  purpose: 'invitation' | 'reset',
  inviter: string | null,
  tools: Tools,
): Promise<string> {
  const token = newToken();
  const valid = purpose === 'invitation' ? '72 hours' : '30 minutes';
  await tools.pool.query('select door_issue($1, $2, $3, $4, $5, $6)', [
    clinicId,
    userId,
    purpose,
    hashOfToken(token),
    valid,
    inviter,
  ]);
  return `${tools.config.origin}/${purpose}#${token}`;
}

/** The one neutral line: says nothing of what waits, from whom, or why. */
const somethingWaiting = (link: string) => (): Omit<Mail, 'to'> => ({
  subject: 'You have an update',
  text: `You have something waiting.\n\n${link}\n\nIf you did not expect this, you can ignore it.\n`,
});

const toClient: Handler = async (clinicId, { clientId }, tools) => {
  const { rows } = await tools.pool.query<{ user_id: string | null }>('select portal_user($1, $2) as user_id', [
    clinicId,
    clientId,
  ]);
  await mailTo(clinicId, rows[0]?.user_id, tools, somethingWaiting(`${tools.config.origin}/me`));
};

/** What is done, later, about what happened. No mail holds a name, a title, or a clinical word. */
export const handlers: Record<string, Handler> = {
  'user.invited': async (clinicId, { userId, invitedBy }, tools) => {
    if (!userId) return;
    const link = await linkFor(clinicId, userId, 'invitation', invitedBy ?? null, tools);
    await mailTo(clinicId, userId, tools, (clinic) => ({
      subject: `${clinic}: set up your sign-in`,
      text: `${clinic} invites you to set up a sign-in.\n\n${link}\n\nThe link works once, for three days. If you did not expect it, you can ignore it.\n`,
    }));
  },
  'password.forgotten': async (clinicId, { userId }, tools) => {
    if (!userId) return;
    const link = await linkFor(clinicId, userId, 'reset', null, tools);
    await mailTo(clinicId, userId, tools, () => ({
      subject: 'Choose a new password',
      text: `Somebody asked for a new password for this address.\n\n${link}\n\nThe link works once, for 30 minutes. If it was not you, nothing has changed and you can ignore this.\n`,
    }));
  },
  'invitation.wanted': async (clinicId, { invitedBy }, tools) => {
    await mailTo(clinicId, invitedBy, tools, somethingWaiting(`${tools.config.origin}/`));
  },
  'answers.shared': toClient,
  'boundary.moved': toClient,
  'boundary.opened': toClient,
  'sharing.proposed': toClient,
  'worksheet.assigned': toClient,
  'worksheet.reminder': toClient,
  'worksheet.returned': toClient,
  'scale.scheduled': toClient,
};
