/**
 * Safety of each partner. A *safety check* says that a partner was asked alone; what two people fill in, or a partner
 * reads, waits for a clear one of each. Nothing of it is in any portal, joint record or export.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SafetyChecksController } from './safety-checks.controller.js';
import { SafetyCheck } from './safety-checks.entity.js';
import { SafetyChecksService } from './safety-checks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SafetyCheck])],
  controllers: [SafetyChecksController],
  providers: [SafetyChecksService],
  exports: [SafetyChecksService],
})
export class SafetyModule {}
