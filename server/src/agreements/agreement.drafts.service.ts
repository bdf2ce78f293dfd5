import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ourselves } from '../couples/ourselves.js';
import { assertPart, assertSafe } from '../commitments/who.acts.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { Agreement, AgreementDraft, type DraftTerms } from './agreement.entity.js';
import type { AgreementDraftDto, AgreementDraftInput } from './agreements.dto.js';

const BLANK: DraftTerms = { who: null, what: '', why: '', way: null, stepDown: '', untilOn: null };

/** Terms while they are being written: saved at every pause, whole or not. Their author's alone, and nobody's to read. */
@Injectable()
export class AgreementDraftsService {
  /** The sheet for a new agreement, or for terms beside one: an empty one, or what was left on it. */
  async begin(coupleId: string, agreementId: string | null): Promise<AgreementDraftDto> {
    const { me: clientId } = await ourselves(coupleId);
    await assertPart(coupleId, 'answer');
    if (agreementId !== null && !(await repo(Agreement).findOneBy({ id: agreementId, coupleId })))
      throw new NotFound('agreement');
    // Two devices begin on the same sheet.
    await sql('agreement draft', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${clientId} ${coupleId}`]);
    const left = await draftFor(coupleId, agreementId);
    const row = { id: newId(), clientId, coupleId, agreementId, version: 1, content: BLANK, savedAt: now() };
    return draftDto(left ?? (await insertRow(AgreementDraft, row)));
  }

  async read(id: string): Promise<AgreementDraftDto> {
    return draftDto(await ownDraft(id));
  }

  /** Throws `Stale`, `Refused('unsafe_text')`. */
  async save(id: string, version: number, input: AgreementDraftInput): Promise<AgreementDraftDto> {
    const row = await ownDraft(id);
    const { what, why, stepDown, who = null, way = null, untilOn = null } = input;
    assertSafe({ what, why, stepDown });
    const content = { who, what, why, way, stepDown, untilOn };
    return draftDto(await saveVersion(AgreementDraft, row, { content, savedAt: now() }, version));
  }

  /** They were put forward: nothing of them is left to write. */
  async clear(coupleId: string, agreementId: string | null): Promise<void> {
    const row = await draftFor(coupleId, agreementId);
    if (row) await saveVersion(AgreementDraft, row, { content: BLANK, savedAt: now() }, row.version);
  }
}

/** Row policies leave nobody's but the actor's. */
const draftFor = (coupleId: string, agreementId: string | null): Promise<AgreementDraft | null> =>
  repo(AgreementDraft).findOneBy({ coupleId, agreementId: agreementId ?? IsNull() });

async function ownDraft(id: string): Promise<AgreementDraft> {
  const row = await repo(AgreementDraft).findOneBy({ id });
  if (!row) throw new NotFound('agreement_draft');
  await ourselves(row.coupleId);
  return row;
}

const draftDto = ({ id, version, content, savedAt }: AgreementDraft): AgreementDraftDto => ({
  ...{ id, version, savedAt: savedAt.toISOString() },
  ...content,
});
