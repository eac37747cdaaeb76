import { and, asc, eq } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'
import { deliveries } from '@/server/platform/tables'

export const deadDeliveries = (lane: string) =>
  db()
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.lane, lane), eq(deliveries.status, 'DEAD')))
    .orderBy(asc(deliveries.sequence))
