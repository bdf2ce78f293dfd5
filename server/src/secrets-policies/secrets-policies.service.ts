import { Injectable } from '@nestjs/common';
import { staffNames } from '../clients/people-names.js';
import { Clinic } from '../clinics/clinic.entity.js';
import { ClinicsService } from '../clinics/clinics.service.js';
import { SECRETS_CHOICES, secretsTexts } from '../clinics/secrets-text.rules.js';
import { bothOf, pairOf } from '../couples/couple.partners.js';
import { assertSees, ourselves } from '../couples/ourselves.js';
import { now } from '../platform/clock.js';
import { insertRow, repo } from '../platform/database.js';
import { dayIn } from '../platform/days.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import type {
  NewSecretsPolicy,
  PaperSignature,
  PolicySignatureDto,
  PolicyVersionDto,
  SecretsPolicyDto,
} from './secrets-policies.dto.js';
import { PolicySignature, SecretsPolicy } from './secrets-policies.entity.js';
import { isSignedByBoth, maySign, mustBePast, mustSayOther } from './secrets-policies.rules.js';

@Injectable()
export class SecretsPoliciesService {
  constructor(private readonly clinics: ClinicsService) {}

  /** Throws `NotFound` for whoever is neither of the couple nor of those who treat it. */
  async of(coupleId: string): Promise<SecretsPolicyDto> {
    await assertSees(coupleId);
    const versions = await versionsOf(coupleId);
    const signatures = await repo(PolicySignature).findBy({ coupleId });
    const isStaff = actor().clientId === null;
    const names = isStaff ? await staffNames(versions.map(({ madeBy }) => madeBy)) : new Map<string, string>();
    const all = versions.map((policy) => versionDto(policy, signatures, names));
    const [current = null, ...earlier] = all;
    const asked = { coupleId, current, earlier };
    if (!isStaff) return { ...asked, signedByBoth: null, offers: [], usual: null };
    const signed = (current?.signatures ?? []).map(({ clientId }) => clientId);
    return { ...asked, signedByBoth: isSignedByBoth(await pairOf(coupleId), signed), ...(await this.offered()) };
  }

  /** A new version, with the practice's words or others. What was signed before stays as it was signed. */
  async set(coupleId: string, { choice, text }: NewSecretsPolicy): Promise<PolicyVersionDto> {
    if ((await bothOf(coupleId)).length === 0) throw new NotFound('couple');
    const { offers } = await this.offered();
    const words = text?.trim() ?? offers.find((offer) => offer.choice === choice)!.text;
    const [last = null] = await versionsOf(coupleId);
    mustSayOther(last, choice, words);
    const made = { madeBy: actor().id, madeAt: now() };
    const row = { id: newId(), coupleId, number: (last?.number ?? 0) + 1, choice, text: words, ...made };
    await insertRow(SecretsPolicy, row);
    return versionDto(row, [], await staffNames([row.madeBy]));
  }

  /** By the actor's own hand, under the words that lie before her. */
  async sign(policyId: string): Promise<PolicySignatureDto> {
    const policy = await this.find(policyId);
    const { me } = await ourselves(policy.coupleId);
    return this.put(policy, me, 'portal', dayIn(await this.clinics.timeZone(), now()));
  }

  /** What somebody signed on paper. Throws `Invalid` for a person who is not of this couple, or a day still to come. */
  async record(policyId: string, { clientId, signedOn }: PaperSignature): Promise<PolicySignatureDto> {
    const policy = await this.find(policyId);
    if (!(await bothOf(policy.coupleId)).includes(clientId))
      throw new Invalid([{ path: 'clientId', code: 'not_a_partner', message: 'This is no partner of this couple.' }]);
    mustBePast(signedOn, dayIn(await this.clinics.timeZone(), now()));
    return this.put(policy, clientId, 'paper', signedOn);
  }

  private async put(
    policy: SecretsPolicy,
    clientId: string,
    way: PolicySignature['way'],
    signedOn: string,
  ): Promise<PolicySignatureDto> {
    const { coupleId } = policy;
    const [current = null] = await versionsOf(coupleId);
    const before = await repo(PolicySignature).findOneBy({ policyId: policy.id, clientId });
    maySign(policy, current, before !== null);
    const recorded = { recordedBy: actor().id, recordedAt: now() };
    const row = { id: newId(), policyId: policy.id, clientId, coupleId, way, signedOn, ...recorded };
    return signatureDto(await insertRow(PolicySignature, row));
  }

  private async find(id: string): Promise<SecretsPolicy> {
    const policy = await repo(SecretsPolicy).findOneBy({ id });
    if (!policy) throw new NotFound('secrets-policy');
    return policy;
  }

  private async offered(): Promise<Pick<SecretsPolicyDto, 'offers' | 'usual'>> {
    const clinic = await repo(Clinic).findOneBy({ id: actor().clinicId });
    if (!clinic) throw new NotFound('clinic');
    const texts = secretsTexts(clinic.secretsTexts);
    return { offers: SECRETS_CHOICES.map((choice) => ({ choice, text: texts[choice] })), usual: clinic.secretsDefault };
  }
}

const versionsOf = (coupleId: string): Promise<SecretsPolicy[]> =>
  repo(SecretsPolicy).find({ where: { coupleId }, order: { number: 'DESC' } });

const versionDto = (
  { id, number, choice, text, madeBy, madeAt }: SecretsPolicy,
  signatures: readonly PolicySignature[],
  names: ReadonlyMap<string, string>,
): PolicyVersionDto => ({
  ...{ id, number, choice, text, madeAt: madeAt.toISOString(), madeByName: names.get(madeBy) ?? null },
  signatures: signatures.filter(({ policyId }) => policyId === id).map(signatureDto),
});

const signatureDto = ({ id, clientId, way, signedOn }: PolicySignature): PolicySignatureDto => ({
  ...{ id, clientId, way, signedOn },
});
