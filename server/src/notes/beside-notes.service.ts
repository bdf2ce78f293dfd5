import { Injectable } from '@nestjs/common';
import { ReviewedService } from '../assignments/reviewed.service.js';
import { dayIn } from '../platform/days.js';
import { GoalsService } from '../plans/goals.service.js';
import { ScoresService } from '../scales/scores.service.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { ClinicsService } from '../clinics/clinics.service.js';
import type { NoteRow } from './note.entity.js';
import type { NoteFacts } from './note-signature.js';

/**
 * What is known beside a note without being written: homework that was read since the session before, the last scores
 * as of the session's day, and the goals worked on. A joint note knows what the two fill in and aim at together and nothing
 * of either alone; scores are always one person's own, so it has none.
 */
@Injectable()
export class BesideNotesService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly goals: GoalsService,
    private readonly reviewed: ReviewedService,
    private readonly scores: ScoresService,
    private readonly sessions: SessionsService,
  ) {}

  async of(
    whose: Pick<NoteRow, 'clientId' | 'coupleId'>,
    session: Session,
  ): Promise<Required<Pick<NoteFacts, 'homework' | 'scores' | 'goals'>>> {
    const since = await this.sessions.endBefore(session);
    const homework = await this.reviewed.between(whose, since, session.endsAt);
    const goals = await this.goals.named(whose);
    if (whose.clientId === null) return { homework, scores: [], goals };
    const day = dayIn(await this.clinics.timeZone(), session.startsAt);
    return { homework, goals, scores: await this.scores.lastBy(whose.clientId, day) };
  }
}
