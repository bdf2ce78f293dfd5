import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Session } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';

/**
 * Therapy sessions: when, how, and who. A session carries times and people only, since the people themselves see
 * theirs in the portal; every clinical word goes into a note (notes/).
 *
 * - Joint session: `coupleId` alone; both partners see it. One partner alone within the couple's work: both ids set,
 *   and the other partner does not learn of it.
 * - Nobody is in two sessions at once: an exclusion constraint holds it, whatever two requests do at the same time.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Session])],
  controllers: [SessionsController],
  providers: [SessionsService],
  exports: [SessionsService],
})
export class SessionsModule {}
