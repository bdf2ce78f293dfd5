import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id, Returns } from '../platform/route.js';
import { CommitmentsDto, ConsistencyDto, WeeksQuery } from './consistency.dto.js';
import { ConsistencyService } from './consistency.service.js';

/** The contract names them among boundaries, as it always did. */
@Controller()
@ApiTags('Boundaries')
export class ConsistencyController {
  constructor(private readonly consistencies: ConsistencyService) {}

  @Get('couples/:id/commitments')
  @Can('commitments:compare')
  @ApiOperation({ operationId: 'Boundaries_ofCouple', summary: undefined })
  @Returns(CommitmentsDto)
  ofCouple(@Id() id: string, @Query() { weeks }: WeeksQuery): Promise<CommitmentsDto> {
    return this.consistencies.ofCouple(id, weeks);
  }

  @Get('boundaries/:id/consistency')
  @Can('commitments:compare')
  @ApiOperation({ operationId: 'Boundaries_consistency', summary: undefined })
  @Returns(ConsistencyDto)
  consistency(@Id() id: string, @Query() { weeks }: WeeksQuery): Promise<ConsistencyDto> {
    return this.consistencies.ofBoundary(id, weeks);
  }
}
