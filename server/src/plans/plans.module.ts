/**
 * Treatment plans. A *plan* holds problems, each with what it should become in the long run and its *goals*: what somebody
 * does, how one sees it, why it matters, when it is looked at. It is a row for each version: draft → in force → superseded
 * by the next, or ended.
 *
 * Invariants: one draft and one plan in force of each person and each couple · from the day it is in force a trigger keeps
 * its words · a review makes the next version from the last, and no goal leaves it without a word why · a goal's number is
 * never given twice · where a goal stands is read of the published score, nothing of it is written by hand.
 *
 * Traps: a joint plan holds joint material only, so that no scale measures it · a partner learns nothing of the other's own
 * plan, nor what the other answered to the joint one.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { ScalesModule } from '../scales/scales.module.js';
import { GoalsService } from './goals.service.js';
import { PlanStandingService } from './plan-standing.service.js';
import { PlanAnswer, TreatmentPlan } from './plan.entity.js';
import { PlansController } from './plans.controller.js';
import { PlansService } from './plans.service.js';
import { RecordPlansService } from './record-plans.service.js';

@Module({
  imports: [ClinicsModule, QuestionnairesModule, ScalesModule, TypeOrmModule.forFeature([TreatmentPlan, PlanAnswer])],
  controllers: [PlansController],
  providers: [GoalsService, PlansService, PlanStandingService, RecordPlansService],
  exports: [GoalsService, PlanStandingService, RecordPlansService],
})
export class PlansModule {}
