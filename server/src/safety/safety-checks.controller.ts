import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import {
  CoupleSafetyDto,
  NewSafetyCheck,
  NewSafetyOverride,
  SafetyCheckDto,
  SafetyDueDto,
  SafetyOverrideDto,
} from './safety-checks.dto.js';
import { SafetyChecksService } from './safety-checks.service.js';
import { SafetyOverridesService } from './safety-overrides.service.js';

@Controller()
export class SafetyChecksController {
  constructor(
    private readonly checks: SafetyChecksService,
    private readonly overrides: SafetyOverridesService,
  ) {}

  @Post('couples/:id/safety-checks')
  @Can('safety-checks:record')
  @Creates(SafetyCheckDto)
  record(@Id() id: string, @Body() body: NewSafetyCheck): Promise<SafetyCheckDto> {
    return this.checks.record(id, body);
  }

  /** Where each partner stands, and what was signed; whether gated things wait. */
  @Get('couples/:id/safety')
  @Can('safety-checks:read')
  @Returns(CoupleSafetyDto)
  safety(@Id() id: string): Promise<CoupleSafetyDto> {
    return this.overrides.safetyOf(id);
  }

  /** Whom to ask alone, of the couples in one's own care. */
  @Get('safety-checks/due')
  @Can('safety-checks:read')
  @ReturnsPage(SafetyDueDto)
  async due(): Promise<Page<SafetyDueDto>> {
    return { items: await this.checks.due(), next: null };
  }

  @Post('couples/:id/safety-overrides')
  @Can('safety-overrides:sign')
  @Creates(SafetyOverrideDto)
  sign(@Id() id: string, @Body() body: NewSafetyOverride): Promise<SafetyOverrideDto> {
    return this.overrides.sign(id, body);
  }

  @Post('safety-overrides/:id/end')
  @Can('safety-overrides:sign')
  @Returns(SafetyOverrideDto)
  end(@Id() id: string): Promise<SafetyOverrideDto> {
    return this.overrides.end(id);
  }
}
