import { Check, Minus } from 'lucide-react'
import type { Permission, Role } from '@/server/access/permissions'
import { Panel } from '../panel'
import { permissionNames, permissionWords, roleNames } from '../permission-words'

/** What each role may do, as the server will decide it. */
export function RoleTable({ permissionsOf }: { permissionsOf: Record<Role, readonly Permission[]> }) {
  return (
    <Panel title="What a role may do" aside="asked again at every request">
      <table className="w-full border-collapse" aria-label="What a role may do">
        <thead>
          <tr className="border-line border-b text-12 text-ink-3 *:h-8 *:font-medium">
            <th scope="col">
              <span className="sr-only">What</span>
            </th>
            {roleNames.map((role) => (
              <th key={role} scope="col" className="w-18 pr-3 text-left max-md:w-15 max-md:pr-1.5">
                {role}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionNames.map((permission) => (
            <tr key={permission} className="border-line-soft border-b last:border-b-0 hover:bg-hover">
              <th scope="row" className="h-8 py-1.5 pr-3 pl-4 text-left font-normal max-md:pl-3.5">
                {permissionWords[permission]}
              </th>
              {roleNames.map((role) => (
                <td key={role}>
                  <Answer yes={permissionsOf[role].includes(permission)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Answer({ yes }: { yes: boolean }) {
  const Icon = yes ? Check : Minus
  return (
    <>
      <Icon
        aria-hidden
        className={`size-3.5 ${yes ? 'text-st-shipped' : 'text-ink-3'}`}
        strokeWidth={yes ? 2.2 : 1.8}
      />
      <span className="sr-only">{yes ? 'yes' : 'no'}</span>
    </>
  )
}
