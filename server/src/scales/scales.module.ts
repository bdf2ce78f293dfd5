/**
 * Scales: an *instrument* is a set of questions with scoring facts; a *schedule* asks one person to fill it in from time
 * to time; a *scale response* is one set of answers with its *score*.
 *
 * Invariants: an answer is never rewritten and always scored by the version it was given to · an open item is never
 * zero · a tracker compares a person with that person's own first weeks, so it has no norms, levels or colours ·
 * two people are never made into one number · a partner sees none of it.
 *
 * Trap: scores are sealed, so no SQL can sort, filter or average them; series are opened and read in memory.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScaleResponse, ScaleSchedule } from './scales.entity.js';
import { ScalesController } from './scales.controller.js';
import { ScalesService } from './scales.service.js';
import { SchedulesController } from './schedules.controller.js';
import { SchedulesService } from './schedules.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ScaleResponse, ScaleSchedule])],
  controllers: [ScalesController, SchedulesController],
  providers: [ScalesService, SchedulesService],
  exports: [ScalesService, SchedulesService],
})
export class ScalesModule {}
