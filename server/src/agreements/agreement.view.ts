import { In } from 'typeorm';
import { pairOf } from '../couples/couple.partners.js';
import { todayHere } from '../commitments/who.acts.js';
import { repo } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { Agreement, AgreementConsent, AgreementTerms } from './agreement.entity.js';
import type { AgreementDto, TermsDto } from './agreements.dto.js';
import {
  actsOf,
  endsSoon,
  isAgreed,
  sharerFor,
  standingOf,
  type Act,
  type Asked,
  type Side,
  type Standing,
} from './agreements.rules.js';

export const agreementSide = ({ madeBy }: Agreement): Side => {
  const { clientId } = actor();
  return clientId === null ? 'staff' : clientId === madeBy ? 'author' : 'other';
};

/** One agreement as its reader may know it. */
export interface Known {
  row: Agreement;
  terms: AgreementTerms | null;
  /** The newest terms that the reader can know of, unless they are in force. */
  asked: AgreementTerms | null;
  askedOf: Asked | null;
  consents: readonly AgreementConsent[];
  both: readonly string[];
  standing: Standing;
  acts: Act[];
  /** Something of it waits for a clinician. */
  waits: boolean;
  today: string;
}

/** The other learns of terms when they open, and of no time before. */
const metAt = ({ writtenBy, writtenAt, openFrom }: AgreementTerms): Date =>
  writtenBy !== actor().clientId && openFrom !== null && openFrom > writtenAt ? openFrom : writtenAt;

/** What was let go in one go, in the order of its writing: words that their writer replaced are never the newest. */
const byMeeting = (a: AgreementTerms, b: AgreementTerms): number =>
  metAt(a).getTime() - metAt(b).getTime() || a.writtenAt.getTime() - b.writtenAt.getTime() || (a.id < b.id ? -1 : 1);

const agreedTo = (id: string, consents: readonly AgreementConsent[]): string[] =>
  consents.filter(({ termsId }) => termsId === id).map(({ agreedBy }) => agreedBy);

/** In the order given. Terms and consents that one may not know of are not there: the row policies keep them back. */
export async function knownOf(rows: readonly Agreement[]): Promise<Known[]> {
  if (rows.length === 0) return [];
  const where = { agreementId: In(rows.map(({ id }) => id)) };
  const all = await repo(AgreementTerms).findBy(where);
  const consents = await repo(AgreementConsent).findBy(where);
  const both = await pairOf(rows[0]!.coupleId);
  const today = await todayHere();
  const me = actor().clientId;
  return rows.map((row) => {
    const own = all.filter(({ agreementId }) => agreementId === row.id).sort(byMeeting);
    const terms = own.find(({ id }) => id === row.termsId) ?? null;
    const newest = own.at(-1) ?? null;
    const asked = newest && newest.id !== row.termsId ? newest : null;
    const askedOf = asked && { agreed: agreedTo(asked.id, consents), untilOn: asked.untilOn };
    const standing = standingOf(row, askedOf, both, today);
    const acts = actsOf(standing, agreementSide(row), askedOf, { me, both });
    const waits = row.held || own.some(({ held }) => held);
    return { row, terms, asked, askedOf, consents, both, standing, acts, waits, today };
  });
}

function termsDto(terms: AgreementTerms, { row, consents, both }: Known): TermsDto {
  const me = actor().clientId;
  const agreed = agreedTo(terms.id, consents);
  const { from, sharer, what, why, way, stepDown } = terms.content;
  return {
    ...{ id: terms.id, who: sharerFor(sharer, agreementSide(row)), what, why, way, stepDown },
    ...{ untilOn: terms.untilOn, from, mine: terms.writtenBy === me, writtenAt: metAt(terms).toISOString() },
    iAgree: me !== null && agreed.includes(me),
    partnerAgrees: me !== null && agreed.some((person) => person !== me),
    bothAgree: isAgreed({ agreed, untilOn: terms.untilOn }, both),
    held: me === null ? terms.held : null,
  };
}

export function agreementDto(known: Known): AgreementDto {
  const { row, terms, asked, standing, acts, waits, today } = known;
  const side = agreementSide(row);
  const met =
    side === 'other' && row.openFrom !== null && row.openFrom > row.proposedAt ? row.openFrom : row.proposedAt;
  return {
    ...{ id: row.id, version: row.version, coupleId: row.coupleId, standing, mine: side === 'author' },
    from: (terms ?? asked)?.content.author ?? '',
    madeBy: side === 'staff' ? row.madeBy : null,
    proposedAt: met.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    terms: terms && termsDto(terms, known),
    asked: asked && termsDto(asked, known),
    untilOn: row.untilOn,
    endsSoon: endsSoon(standing, row.untilOn, today),
    acts,
    held: side === 'staff' ? waits : null,
  };
}
