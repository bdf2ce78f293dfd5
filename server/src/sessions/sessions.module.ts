import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { SeriesService } from './series.service.js';
import { Session, SessionSeries } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';

/**
 * Therapy sessions: when, how, and who. A session carries times and people only, since the people themselves see
 * theirs in the portal; every clinical word goes into a note (notes/).
 *
 * - Joint session: `coupleId` alone; both partners see it. One partner alone within the couple's work: both ids set,
 *   and the other partner does not learn of it.
 * - Nobody is in two sessions at once: an exclusion constraint holds it, whatever two requests do at the same time.
 * - What comes again is a row each, made twelve weeks ahead by a rule that follows the clock on the practice's wall. A
 *   session that was moved or called off keeps the day it stands for, so that it is not made anew.
 */
@Module({
  imports: [ClinicsModule, TypeOrmModule.forFeature([Session, SessionSeries])],
  controllers: [SessionsController],
  providers: [SeriesService, SessionsService],
  exports: [SessionsService],
})
export class SessionsModule {}
