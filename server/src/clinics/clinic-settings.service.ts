import { Injectable } from '@nestjs/common';
import { repo, saveVersion } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import type { ClinicSettingsDto, ClinicSettingsInput } from './clinic-settings.dto.js';
import { Clinic } from './clinic.entity.js';
import { CRISIS_TEXT, USUAL_CRISIS_TEXT } from './crisis-text.rules.js';
import { ownWords, secretsTexts, USUAL_SECRETS_TEXTS } from './secrets-text.rules.js';

@Injectable()
export class ClinicSettingsService {
  async settings(): Promise<ClinicSettingsDto> {
    return dtoOf(await own());
  }

  /** What is due already keeps its time. Throws `Stale` when somebody else has changed it since it was read. */
  async save(input: ClinicSettingsInput, version: number): Promise<ClinicSettingsDto> {
    const crisisText = input.crisisText.trim();
    if (crisisText.length < CRISIS_TEXT.least)
      throw new Invalid([{ path: 'crisisText', code: 'length', message: 'Say whom to turn to, in a sentence.' }]);
    const clinic = await own();
    const { noteDueHours = clinic.noteDueHours, noteLimitHours = clinic.noteLimitHours } = input;
    if (noteDueHours > noteLimitHours)
      throw new Invalid([
        { path: 'noteLimitHours', code: 'before_due', message: 'A note is late once it is due, not before.' },
      ]);
    const { planReviewDays = clinic.planReviewDays } = input;
    const secretsDefault = input.secretsDefault ?? clinic.secretsDefault;
    const texts = input.secretsTexts ? ownWords(input.secretsTexts) : clinic.secretsTexts;
    const secrets = { secretsDefault, secretsTexts: texts };
    const settings = { ...input, ...secrets, crisisText, noteDueHours, noteLimitHours, planReviewDays };
    return dtoOf(await saveVersion(Clinic, clinic, settings, version));
  }
}

async function own(): Promise<Clinic> {
  const clinic = await repo(Clinic).findOneBy({ id: actor().clinicId });
  if (!clinic) throw new NotFound('clinic');
  return clinic;
}

const dtoOf = (clinic: Clinic): ClinicSettingsDto => ({
  ...{ id: clinic.id, version: clinic.version, crisisText: clinic.crisisText, usualCrisisText: USUAL_CRISIS_TEXT },
  ...{ phone: clinic.phone, riskDueHours: clinic.riskDueHours, riskUrgentHours: clinic.riskUrgentHours },
  ...{ noteDueHours: clinic.noteDueHours, noteLimitHours: clinic.noteLimitHours },
  planReviewDays: clinic.planReviewDays,
  ...{ secretsDefault: clinic.secretsDefault, secretsTexts: secretsTexts(clinic.secretsTexts) },
  usualSecretsTexts: USUAL_SECRETS_TEXTS,
});
