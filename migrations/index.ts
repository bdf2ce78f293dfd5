import type { MigrationInterface } from 'typeorm';
import { Foundation0001 } from './0001-foundation.js';
import { OwnAccess0002 } from './0002-own-access.js';
import { SessionsNotes0003 } from './0003-sessions-notes.js';
import { Worksheets0004 } from './0004-worksheets.js';
import { Scales0005 } from './0005-scales.js';
import { Dashboard0006 } from './0006-dashboard.js';
import { Standings0007 } from './0007-standings.js';
import { SightOnce0008 } from './0008-sight-once.js';
import { Transfers0009 } from './0009-transfers.js';
import { Capacity0010 } from './0010-capacity.js';
import { Releases0012 } from './0012-releases.js';
import { Stages0013 } from './0013-stages.js';
import { Boundaries0014 } from './0014-boundaries.js';
import { Promises0015 } from './0015-promises.js';
import { SafetyOverrides0016 } from './0016-safety-overrides.js';
import { Couples0017 } from './0017-couples.js';
import { Assigning0018 } from './0018-assigning.js';
import { OwnWorksheets0019 } from './0019-own-worksheets.js';
import { Quiet0020 } from './0020-quiet.js';
import { QuestionsListening0021 } from './0021-questions-listening.js';
import { Setbacks0022 } from './0022-setbacks.js';
import { Agreements0023 } from './0023-agreements.js';
import { Gaps0024 } from './0024-gaps.js';
import { Journal0025 } from './0025-journal.js';
import { LateNotes0026 } from './0026-late-notes.js';
import { Closed0027 } from './0027-closed.js';
import { Instruments0028 } from './0028-instruments.js';
import { AloneAgain0029 } from './0029-alone-again.js';
import { Risk0031 } from './0031-risk.js';
import { AnswerSource0032 } from './0032-answer-source.js';
import { CheckIns0033 } from './0033-check-ins.js';
import { Baselines0034 } from './0034-baselines.js';
import { Outcomes0035 } from './0035-outcomes.js';
import { OwnSheets0036 } from './0036-own-sheets.js';
import { AskingRests0037 } from './0037-asking-rests.js';
import { CountedOnce0038 } from './0038-counted-once.js';
import { ActsMet0039 } from './0039-acts-met.js';
import { AloneOnward0040 } from './0040-alone-onward.js';
import { ScreeningMistakes0041 } from './0041-screening-mistakes.js';
import { NoteFormats0045 } from './0045-note-formats.js';
import { SigningHours0046 } from './0046-signing-hours.js';
import { NoteTexts0047 } from './0047-note-texts.js';
import { Series0048 } from './0048-series.js';
import { CalendarFeed0049 } from './0049-calendar-feed.js';
import { TreatmentPlans0050 } from './0050-treatment-plans.js';
import { SecretsPolicies0051 } from './0051-secrets-policies.js';
import { RecordReleases0052 } from './0052-record-releases.js';
import { NoteWords0053 } from './0053-note-words.js';
import { AddendumWords0058 } from './0058-addendum-words.js';
import { Needs0059 } from './0059-needs.js';

/**
 * Every migration, in order. A new one is added at the end; none is ever changed once it has shipped. TypeORM takes
 * the order from the thirteen digits at the end of `name`.
 */
export const migrations: (new () => MigrationInterface)[] = [
  Foundation0001,
  OwnAccess0002,
  SessionsNotes0003,
  Worksheets0004,
  Scales0005,
  Dashboard0006,
  Standings0007,
  SightOnce0008,
  Transfers0009,
  Capacity0010,
  Releases0012,
  Stages0013,
  Boundaries0014,
  Promises0015,
  SafetyOverrides0016,
  Couples0017,
  Assigning0018,
  OwnWorksheets0019,
  Quiet0020,
  QuestionsListening0021,
  Setbacks0022,
  Agreements0023,
  Gaps0024,
  Journal0025,
  LateNotes0026,
  Closed0027,
  Instruments0028,
  AloneAgain0029,
  Risk0031,
  AnswerSource0032,
  CheckIns0033,
  Baselines0034,
  Outcomes0035,
  OwnSheets0036,
  AskingRests0037,
  CountedOnce0038,
  ActsMet0039,
  AloneOnward0040,
  ScreeningMistakes0041,
  NoteFormats0045,
  SigningHours0046,
  NoteTexts0047,
  Series0048,
  CalendarFeed0049,
  TreatmentPlans0050,
  SecretsPolicies0051,
  RecordReleases0052,
  NoteWords0053,
  AddendumWords0058,
  Needs0059,
];
