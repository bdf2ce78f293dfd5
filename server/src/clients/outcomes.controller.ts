import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import { NewOutcome, OutcomeDto, OutcomesDto } from './outcomes.dto.js';
import { OutcomesService } from './outcomes.service.js';

@Controller()
export class OutcomesController {
  constructor(private readonly outcomes: OutcomesService) {}

  @Post('clients/:id/outcomes')
  @Can('outcomes:record')
  @Creates(OutcomeDto)
  ofPerson(@Id() clientId: string, @Body() body: NewOutcome): Promise<OutcomeDto> {
    return this.outcomes.record({ clientId }, body);
  }

  @Get('clients/:id/outcomes')
  @Can('outcomes:read')
  @ReturnsPage(OutcomeDto)
  listOfPerson(@Id() clientId: string): Promise<Page<OutcomeDto>> {
    return this.outcomes.of({ clientId });
  }

  @Post('couples/:id/outcomes')
  @Can('outcomes:record')
  @Creates(OutcomeDto)
  ofCouple(@Id() coupleId: string, @Body() body: NewOutcome): Promise<OutcomeDto> {
    return this.outcomes.record({ coupleId }, body);
  }

  @Get('couples/:id/outcomes')
  @Can('outcomes:read')
  @ReturnsPage(OutcomeDto)
  listOfCouple(@Id() coupleId: string): Promise<Page<OutcomeDto>> {
    return this.outcomes.of({ coupleId });
  }

  @Get('outcomes')
  @Can('outcomes:count')
  @Returns(OutcomesDto)
  counts(): Promise<OutcomesDto> {
    return this.outcomes.counts();
  }
}
