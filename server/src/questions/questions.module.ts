/**
 * Questions that one partner asks and the other answers, led by the therapist. A *question* is its asker's own; it is
 * *passed on* as a copy; what is *drafted* for it lies between whoever is asked and the care team; it is *answered* by the
 * therapist's act, in a session of both that is under way, or never.
 *
 * Invariants: nothing of a draft, not that there is one, reaches the asker · nothing is told to somebody who does not want
 * it, nor more than she wants · both have said that they are ready for that session, and each has somebody and somewhere
 * afterwards · a question is passed on, and answered, only behind a clear safety check of both.
 *
 * Traps: a day for it is set whether or not there are words for it, else the day would tell · the version of a question
 * moves by its asker's acts alone · no rule says how long any of this takes: that is the therapist's.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AnswersService } from './answers.service.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { Question, QuestionAnswer, QuestionAsk, QuestionReadiness, QuestionRelease } from './question.entity.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsService } from './questions.service.js';
import { ReadinessService } from './readiness.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Question, QuestionAsk, QuestionAnswer, QuestionReadiness, QuestionRelease]),
    SessionsModule,
  ],
  controllers: [QuestionsController, DeskController],
  providers: [QuestionsService, AnswersService, ReadinessService, DeskService],
})
export class QuestionsModule {}
