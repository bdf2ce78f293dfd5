import type pg from 'pg';
import { hashOfToken, newToken } from '../auth/login.token.js';
import type { Config } from '../platform/config.js';
import { stillAsked } from '../scales/check-in.reminders.js';
import { openClinicKey, openDataKey } from '../platform/keys.js';
import { openBytes } from '../platform/sealed.bytes.js';
import type { Mail, SendMail } from './post.office.js';
import { notBefore, takesMail, type Reach } from './safe-hours.rules.js';

export interface Tools {
  pool: pg.Pool;
  send: SendMail;
  config: Config;
}

/** Answers a moment when it is not to be done before then, and was not done now. */
type Handler = (clinicId: string, payload: Record<string, string | null>, tools: Tools) => Promise<Date | null>;

interface AddressRow {
  email: Buffer;
  key_id: string | null;
  wrapped: Buffer | null;
  clinic_key: Buffer;
  clinic_name: string;
  status: string;
  client_id: string | null;
  safe_contact: Buffer | null;
  time_zone: string;
}

interface Address {
  to: string;
  clinic: string;
  isClient: boolean;
  /** How a person in care may be reached; null where nothing was agreed, and for staff. */
  reach: Reach | null;
  timeZone: string;
}

/** Where a user's mail goes; null when there is no such user any more, or he was disabled. */
async function addressOf(
  clinicId: string,
  userId: string | null | undefined,
  { pool }: Tools,
): Promise<Address | null> {
  if (!userId) return null;
  const { rows } = await pool.query<AddressRow>('select * from mail_address($1, $2)', [clinicId, userId]);
  const row = rows[0];
  if (!row || row.status === 'disabled') return null;
  const clinicKey = openClinicKey(clinicId, row.clinic_key);
  const key = row.key_id && row.wrapped ? openDataKey(clinicKey, clinicId, row.key_id, row.wrapped) : clinicKey;
  return {
    to: openBytes(key, row.email, `${clinicId}|app_user|email|${userId}`).toString('utf8'),
    clinic: row.clinic_name,
    isClient: row.client_id !== null,
    reach:
      row.safe_contact &&
      (JSON.parse(
        openBytes(key, row.safe_contact, `${clinicId}|client|safe_contact|${row.client_id}`).toString('utf8'),
      ) as Reach | null),
    timeZone: row.time_zone,
  };
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
const somethingWaiting = (link: string): Omit<Mail, 'to'> => ({
  subject: 'You have an update',
  text: `You have something waiting.\n\n${link}\n\nIf you did not expect this, you can ignore it.\n`,
});

/** Staff are told where the invitation comes from. Whoever reads over a client's shoulder is not. */
const invitation = ({ clinic, isClient }: Address, link: string): Omit<Mail, 'to'> => ({
  subject: isClient ? 'Set up your sign-in' : `${clinic}: set up your sign-in`,
  text: `${isClient ? 'You are invited' : `${clinic} invites you`} to set up a sign-in.\n\n${link}\n\nThe link works once, for three days. If you did not expect it, you can ignore it.\n`,
});

const toClient: Handler = async (clinicId, { clientId }, tools) => {
  const { rows } = await tools.pool.query<{ user_id: string | null }>('select portal_user($1, $2) as user_id', [
    clinicId,
    clientId,
  ]);
  const address = await addressOf(clinicId, rows[0]?.user_id, tools);
  if (!address || !takesMail(address.reach)) return null;
  const later = notBefore(address.reach, address.timeZone, new Date());
  if (!later) await tools.send({ to: address.to, ...somethingWaiting(`${tools.config.origin}/me`) });
  return later;
};

/** Of what its author took back meanwhile, or what ended with the couple, nobody hears any more. */
const whileThere: Handler = async (clinicId, payload, tools) => {
  const { clientId, coupleId = null, boundaryId = null, agreementId = null } = payload;
  const { rows } = await tools.pool.query<{ there: boolean }>('select still_there($1, $2, $3, $4) as there', [
    clinicId,
    clientId,
    coupleId,
    boundaryId ?? agreementId,
  ]);
  return rows[0]?.there ? toClient(clinicId, payload, tools) : null;
};

/** What was passed on, or said, may not be there any more when a safe hour comes. */
const whileAsked: Handler = async (clinicId, payload, tools) => {
  const { rows } = await tools.pool.query<{ there: boolean }>('select still_asked($1, $2, $3) as there', [
    clinicId,
    payload['clientId'],
    payload['thingId'],
  ]);
  return rows[0]?.there ? toClient(clinicId, payload, tools) : null;
};

/** Asked when the mail is about to go, so that a choice made while it waited for a safe hour still counts. */
const ifWanted: Handler = async (clinicId, payload, tools) => {
  const { rows } = await tools.pool.query<{ wanted: boolean }>('select wants_reminders($1, $2) as wanted', [
    clinicId,
    payload['clientId'],
  ]);
  return rows[0]?.wanted ? toClient(clinicId, payload, tools) : null;
};

/** Whoever has answered, paused or is no longer asked by the time of the mail gets none. */
const ifStillAsked: Handler = async (clinicId, payload, tools) => {
  const { scheduleId } = payload;
  return scheduleId && (await stillAsked(tools.pool, clinicId, scheduleId, new Date()))
    ? ifWanted(clinicId, payload, tools)
    : null;
};

/** What is done, later, about what happened. No mail holds a name, a title, or a clinical word. */
export const handlers: Record<string, Handler> = {
  'user.invited': async (clinicId, { userId, invitedBy }, tools) => {
    const address = await addressOf(clinicId, userId, tools);
    if (!userId || !address) return null;
    const later = notBefore(address.reach, address.timeZone, new Date());
    if (later) return later;
    const link = await linkFor(clinicId, userId, 'invitation', invitedBy ?? null, tools);
    await tools.send({ to: address.to, ...invitation(address, link) });
    return null;
  },
  // She has just asked for it herself, and the link does not live until morning.
  'password.forgotten': async (clinicId, { userId }, tools) => {
    const address = await addressOf(clinicId, userId, tools);
    if (!userId || !address) return null;
    const link = await linkFor(clinicId, userId, 'reset', null, tools);
    await tools.send({
      to: address.to,
      subject: 'Choose a new password',
      text: `Somebody asked for a new password for this address.\n\n${link}\n\nThe link works once, for 30 minutes. If it was not you, nothing has changed and you can ignore this.\n`,
    });
    return null;
  },
  'invitation.wanted': async (clinicId, { invitedBy }, tools) => {
    const address = await addressOf(clinicId, invitedBy, tools);
    if (address) await tools.send({ to: address.to, ...somethingWaiting(`${tools.config.origin}/`) });
    return null;
  },
  'risk.waiting': async (clinicId, { userId }, tools) => {
    const address = await addressOf(clinicId, userId, tools);
    if (address) await tools.send({ to: address.to, ...somethingWaiting(`${tools.config.origin}/`) });
    return null;
  },
  'answers.shared': whileThere,
  'agreement.moved': whileThere,
  'agreement.opened': whileThere,
  'boundary.moved': whileThere,
  'boundary.opened': whileThere,
  'listening.moved': whileAsked,
  'plan.shown': toClient,
  'question.passed-on': whileAsked,
  'sharing.proposed': toClient,
  'worksheet.assigned': toClient,
  'worksheet.reminder': ifWanted,
  'worksheet.returned': toClient,
  'scale.reminder': ifStillAsked,
  'scale.scheduled': toClient,
};
