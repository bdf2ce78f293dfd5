/**
 * Screenings: a *screener* is a handful of questions about danger that a clinician asks face to face, from her own copy; a
 * *screening* is what was answered, what it came to by its *level*, and what she did there and then.
 *
 * Invariants: no question's words · no score, no line over time, no change rule: each stands for its own moment · every
 * question that was asked has an answer, if only that it was declined · whatever comes to more than nothing has an act
 * recorded and raises an alert, which only a person closes · what was entered
 * wrongly is marked with a reason and stays, as does its alert · for staff: no portal and no export holds any of it.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RiskModule } from '../risk/risk.module.js';
import { Screening } from './screening.entity.js';
import { ScreeningsController } from './screenings.controller.js';
import { ScreeningsService } from './screenings.service.js';

@Module({
  imports: [RiskModule, TypeOrmModule.forFeature([Screening])],
  controllers: [ScreeningsController],
  providers: [ScreeningsService],
})
export class ScreeningsModule {}
