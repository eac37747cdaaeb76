import type { Case } from '../case'
import { c1, c2, c14 } from './crashes'
import { c6, c7 } from './database'
import { c5, c9, c10 } from './failures'
import { c11 } from './load'
import { c3, c4 } from './pokes'
import { c12, c13 } from './processes'
import { c8 } from './races'

export const cases: Case[] = [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14]
