/**
 * Safety of each partner. A *safety check* says that a partner was asked alone; what two people fill in, or a partner
 * reads, waits for a clear one of each. An *override* is a therapist's signed word that it goes on for a while all the
 * same; a concern told later ends it. Nothing of it is in any portal, joint record or export.
 *
 * Whether something waits, `release_held` answers, in the database: one place for homework and for sharing.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SafetyChecksController } from './safety-checks.controller.js';
import { SafetyCheck, SafetyOverride } from './safety-checks.entity.js';
import { SafetyChecksService } from './safety-checks.service.js';
import { SafetyOverridesService } from './safety-overrides.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SafetyCheck, SafetyOverride])],
  controllers: [SafetyChecksController],
  providers: [SafetyChecksService, SafetyOverridesService],
  exports: [SafetyChecksService],
})
export class SafetyModule {}
