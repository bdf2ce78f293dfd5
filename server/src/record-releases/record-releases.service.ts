import { Injectable } from '@nestjs/common';
import { callNames, namesInCare, staffNames } from '../clients/people-names.js';
import { inOwnCare } from '../clients/care.js';
import { assertClientSeen } from '../clients/seen.js';
import { ClinicsService } from '../clinics/clinics.service.js';
import { pairOf } from '../couples/couple.partners.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { dayIn } from '../platform/days.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import type {
  NewRecordAuthorisation,
  NewRecordRelease,
  RecordAuthorisationDto,
  RecordPreviewDto,
  RecordReleaseDto,
  ReleasePartDto,
  ReleaseSignerDto,
  WithheldDto,
} from './record-releases.dto.js';
import { RecordAuthorisation, RecordRelease } from './record-releases.entity.js';
import {
  blockedBy,
  isAllowed,
  mustBeAllowed,
  mustBeDays,
  mustBeFree,
  signaturesOf,
  stands,
} from './record-releases.rules.js';
import { ReleaseItemsService, type Gathered } from './release-items.service.js';

/** One record that somebody could ask for, and who has to sign for it. */
interface Part {
  scope: 'own' | 'joint';
  coupleId: string | null;
  signers: string[];
}

@Injectable()
export class RecordReleasesService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly items: ReleaseItemsService,
  ) {}

  /** What would go if this person asked, what stays and why, and who has to sign. Throws `NotFound`. */
  async preview(clientId: string): Promise<RecordPreviewDto> {
    await assertClientSeen(clientId);
    const couples = await couplesOf(clientId);
    const seen = couples.filter((each) => each.seen);
    const parts: Part[] = [{ scope: 'own', coupleId: null, signers: [clientId] }];
    for (const { couple_id } of seen)
      parts.push({ scope: 'joint', coupleId: couple_id, signers: await pairOf(couple_id) });
    const all = await authorisationsFor(clientId);
    const told = await this.told(all);
    const gathered: Gathered[] = [];
    for (const part of parts) gathered.push(await this.gather(clientId, part));
    const today = await this.today();
    const drawn = await repo(RecordRelease).find({ where: { clientId }, order: { drawnAt: 'DESC' } });
    return {
      id: clientId,
      parts: await partDtos(parts, gathered, told, today),
      withheld: withheld(gathered, couples),
      authorisations: told,
      drawn: (await this.releaseDtos(drawn, told)).map(({ items, ...release }) => ({
        ...release,
        count: items.length,
      })),
    };
  }

  /** What somebody signed on paper. Throws `Invalid` for a person who has no part in it, or days that cannot be. */
  async authorise(forClientId: string, asked: NewRecordAuthorisation): Promise<RecordAuthorisationDto> {
    await assertClientSeen(forClientId);
    const { clientId, scope, signedOn, expiresOn } = asked;
    const part = await this.part(forClientId, asked);
    if (!part.signers.includes(clientId))
      throw new Invalid([{ path: 'clientId', code: 'not_theirs', message: 'This is not a record of this person’s.' }]);
    mustBeDays(signedOn, expiresOn, await this.today());
    const row = {
      ...{ id: newId(), clientId, coupleId: part.coupleId, forClientId, scope, signedOn, expiresOn },
      ...{ recordedBy: actor().id, recordedAt: now(), revokedAt: null, revokedBy: null },
    };
    return (await this.told([await insertRow(RecordAuthorisation, row)]))[0]!;
  }

  /** Whoever signed has changed her mind: nothing more is drawn up with it. */
  async revoke(id: string): Promise<RecordAuthorisationDto> {
    const row = await repo(RecordAuthorisation).findOneBy({ id });
    if (!row) throw new NotFound('record-authorisation');
    if (row.revokedAt !== null) throw new RuleBroken('invalid_transition', 'This has been taken back.');
    await changeRow(RecordAuthorisation, row, { revokedAt: now(), revokedBy: actor().id }).catch((error: unknown) => {
      // Seen, by whoever reads on, but not hers to change.
      throw error instanceof NotFound ? new Forbidden() : error;
    });
    return (await this.told([row]))[0]!;
  }

  /** The list of exactly what the preview shows. Throws `RuleBroken('signature_missing')`. */
  async drawUp(clientId: string, asked: NewRecordRelease): Promise<RecordReleaseDto> {
    await assertClientSeen(clientId);
    const part = await this.part(clientId, asked);
    const { scope, coupleId } = part;
    const all = await authorisationsFor(clientId);
    mustBeAllowed(scope, signaturesOf(part.signers, all, part, await this.today()));
    const { items } = await this.gather(clientId, part);
    const row = { id: newId(), clientId, coupleId, scope, items, drawnBy: actor().id, drawnAt: now() };
    return this.releaseDto(await insertRow(RecordRelease, row));
  }

  async release(id: string): Promise<RecordReleaseDto> {
    const row = await repo(RecordRelease).findOneBy({ id });
    if (!row) throw new NotFound('record-release');
    return this.releaseDto(row);
  }

  /** The same, to leave the house. Throws `NotFound`, or `RuleBroken` with what blocks it. */
  async forPaper(id: string): Promise<RecordReleaseDto> {
    const release = await this.release(id);
    mustBeFree(release.blocked);
    return release;
  }

  private async releaseDto(row: RecordRelease): Promise<RecordReleaseDto> {
    return (await this.releaseDtos([row], await this.told(await authorisationsFor(row.clientId))))[0]!;
  }

  /** Of one person. */
  private async releaseDtos(
    rows: readonly RecordRelease[],
    told: readonly RecordAuthorisationDto[],
  ): Promise<RecordReleaseDto[]> {
    const today = await this.today();
    const staff = await staffNames(rows.map(({ drawnBy }) => drawnBy));
    const standing = await this.items.standing(rows.flatMap(({ items }) => items.map(({ id }) => id)));
    const treated = await inOwnCare();
    const releases = [];
    for (const { id, clientId, scope, coupleId, drawnAt, drawnBy, items } of rows) {
      const part = { scope, coupleId, signers: coupleId ? await pairOf(coupleId) : [clientId] };
      const signers = await signersOf(part, told, today);
      releases.push({
        ...{ id, clientId, scope, coupleId, items, signers },
        ...{ drawnAt: drawnAt.toISOString(), drawnByName: staff.get(drawnBy) ?? '' },
        blocked: blockedBy({ scope, items }, signers, standing, treated.has(coupleId ?? clientId)),
      });
    }
    return releases;
  }

  /** Throws `Invalid` for a couple that is none of this person's, or that the actor does not see. */
  private async part(clientId: string, { scope, coupleId }: NewRecordRelease): Promise<Part> {
    if (scope === 'own') return { scope, coupleId: null, signers: [clientId] };
    const signers = coupleId ? await pairOf(coupleId) : [];
    if (!coupleId || !signers.includes(clientId))
      throw new Invalid([{ path: 'coupleId', code: 'not_theirs', message: 'This is no couple of this person’s.' }]);
    return { scope, coupleId, signers };
  }

  private gather(clientId: string, { coupleId }: Part): Promise<Gathered> {
    return coupleId === null ? this.items.own(clientId) : this.items.joint(coupleId);
  }

  private async today(): Promise<string> {
    return dayIn(await this.clinics.timeZone(), now());
  }

  private async told(rows: readonly RecordAuthorisation[]): Promise<RecordAuthorisationDto[]> {
    const today = await this.today();
    const staff = await staffNames(rows.map(({ recordedBy }) => recordedBy));
    const people = await callNames(rows.map(({ clientId }) => clientId));
    return rows.map((row) => ({
      ...{ id: row.id, clientId: row.clientId, coupleId: row.coupleId, scope: row.scope },
      ...{ signedOn: row.signedOn, expiresOn: row.expiresOn },
      clientName: people.get(row.clientId) ?? '',
      state: row.revokedAt !== null ? 'revoked' : stands(row, today) ? 'stands' : 'expired',
      recordedByName: staff.get(row.recordedBy) ?? '',
    }));
  }
}

const authorisationsFor = (forClientId: string): Promise<RecordAuthorisation[]> =>
  repo(RecordAuthorisation).find({ where: { forClientId }, order: { recordedAt: 'DESC', id: 'DESC' } });

interface OfCouple {
  couple_id: string;
  seen: boolean;
}

/** The couples this person is or was of, and whether the reader has a part in their joint work. */
const couplesOf = (clientId: string): Promise<(OfCouple & Record<string, unknown>)[]> =>
  sql(
    'release couples',
    `select couple_id, couple_id = any ((select visible_couples())::uuid[]) as seen from couple_partner
     where client_id = $1 order by from_at desc`,
    [clientId],
  );

/** Who has to sign for it, each with the signature that counts today. */
async function signersOf(
  part: Part,
  told: readonly RecordAuthorisationDto[],
  today: string,
): Promise<ReleaseSignerDto[]> {
  const names = await callNames(part.signers);
  const all = told.map((one) => ({ ...one, revokedAt: one.state === 'revoked' ? one.signedOn : null }));
  return signaturesOf(part.signers, all, part, today).map(({ clientId, signature }) => ({
    ...{ clientId, name: names.get(clientId) ?? '', signature },
  }));
}

async function partDtos(
  parts: readonly Part[],
  gathered: readonly Gathered[],
  told: readonly RecordAuthorisationDto[],
  today: string,
): Promise<ReleasePartDto[]> {
  const coupleName = await namesInCare(parts.map(({ coupleId }) => ({ clientId: null, coupleId })));
  const dtos = [];
  for (const [i, part] of parts.entries()) {
    const { scope, coupleId } = part;
    const signers = await signersOf(part, told, today);
    dtos.push({
      ...{ scope, coupleId, coupleName: coupleId ? coupleName({ clientId: null, coupleId }) : null },
      ...{ allowed: isAllowed(scope, signers), signers, items: gathered[i]!.items },
    });
  }
  return dtos;
}

/** Psychotherapy notes are not counted, not even the reader's own: that there are any is nobody's to know. */
function withheld(gathered: readonly Gathered[], couples: readonly OfCouple[]): WithheldDto[] {
  const sum = (of: 'unsigned' | 'planDrafts' | 'mistakes'): number =>
    gathered.reduce((total, each) => total + each[of], 0);
  const all: WithheldDto[] = [
    ...(couples.length > 0 ? [{ what: 'partner_record' as const, count: null }] : []),
    ...(couples.some(({ seen }) => !seen) ? [{ what: 'joint_of_others' as const, count: null }] : []),
    { what: 'psychotherapy', count: null },
    { what: 'unsigned', count: sum('unsigned') },
    { what: 'plan_drafts', count: sum('planDrafts') },
    { what: 'mistakes', count: sum('mistakes') },
    { what: 'staff_only', count: null },
  ];
  return all.filter(({ count }) => count !== 0);
}
