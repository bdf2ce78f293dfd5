import { Body, Controller, Post } from '@nestjs/common';
import { Can, Creates, Id } from '../platform/route.js';
import { NewSafetyCheck, SafetyCheckDto } from './safety-checks.dto.js';
import { SafetyChecksService } from './safety-checks.service.js';

@Controller('couples/:id/safety-checks')
export class SafetyChecksController {
  constructor(private readonly checks: SafetyChecksService) {}

  @Post()
  @Can('safety-checks:record')
  @Creates(SafetyCheckDto)
  record(@Id() id: string, @Body() body: NewSafetyCheck): Promise<SafetyCheckDto> {
    return this.checks.record(id, body);
  }
}
