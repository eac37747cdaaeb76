import type { Case } from '../case'
import { c1, c2 } from './crashes'
import { c3, c4 } from './pokes'

export const cases: Case[] = [c1, c2, c3, c4]
