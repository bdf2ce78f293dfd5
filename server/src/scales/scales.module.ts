/**
 * Scales: an *instrument* is a tracker of this house or a form the clinic brought (questionnaires/); a *schedule* asks one person to fill it in from time
 * to time; a *scale response* is one set of answers with its *score*.
 *
 * Invariants: an answer is never rewritten and always scored by the version it was given to · an open item is never
 * zero · a tracker compares a person with that person's own first weeks, so it has no norms, levels or colours ·
 * a verdict on a published scale keeps the rule it was made by, and whoever answers is told none ·
 * two people are never made into one number · a partner sees none of it.
 *
 * Trap: scores are sealed, so no SQL can sort, filter or average them; series are opened and read in memory.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScaleBaseline, ScaleResponse, ScaleSchedule } from './scales.entity.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RiskModule } from '../risk/risk.module.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { BaselinesService } from './baselines.service.js';
import { ChartsController } from './charts.controller.js';
import { ItemAnswersService } from './item-answers.service.js';
import { LastScoresService } from './last-scores.service.js';
import { MarksService } from './marks.service.js';
import { ResponsesService } from './responses.service.js';
import { RecordAnswersService } from './record-answers.service.js';
import { ScalesController } from './scales.controller.js';
import { ScalesService } from './scales.service.js';
import { ScoresService } from './scores.service.js';
import { SchedulesController } from './schedules.controller.js';
import { SchedulesService } from './schedules.service.js';

@Module({
  imports: [QuestionnairesModule, RiskModule, TypeOrmModule.forFeature([ScaleBaseline, ScaleResponse, ScaleSchedule])],
  controllers: [CalendarController, ChartsController, ScalesController, SchedulesController],
  providers: [
    BaselinesService,
    CalendarService,
    ItemAnswersService,
    RecordAnswersService,
    LastScoresService,
    MarksService,
    ResponsesService,
    ScalesService,
    ScoresService,
    SchedulesService,
  ],
  exports: [LastScoresService, MarksService, RecordAnswersService, ScalesService, ScoresService, SchedulesService],
})
export class ScalesModule {}
