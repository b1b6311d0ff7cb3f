import json, sys
sys.dont_write_bytecode = True
from objects import *
from objects import TYPES
import staff
from conversation import *
from trust import *
from refused import Refused
h=bytes.fromhex
d=json.load(open(sys.argv[1]))
bad=n=0
def say(ok,*w):
    global bad,n
    n+=1
    if not ok: bad+=1; print('FAIL',*w)
inv=None
for o in d['objects']:
    data=h(o['bytes']); t=TYPES[o['kind']]
    try:
        if t.several: s=open_several(o['kind'],data); f=s.fields
        elif t.label and 'signer' in o: s=open_signed(o['kind'],data); s.signed_by(h(o['signer'])); f=s.fields
        else: f=read(o['kind'],data)
        got='ok'
    except Refused as r: got=r.code
    if 'refused' in o: say(got==o['refused'],o['kind'],o['why'],got)
    else: say(got=='ok' and t.body.show(f)==o['fields'],o['kind'],got)
    if o['kind']=='invitation' and got=='ok': inv=f
    if o['kind']=='enrolment' and got=='ok':
        pk=staff.invitation_secrets(inv['secret'])[1]
        say(staff.proof_of(f,pk)==f['proof'],'proof'); enr=f
v=d['derived']; m=h(v['member'])
secret={'passkey':h(v['passkeyPrf']),'recovery':staff.recovery_secrets(v['recovery']['code'])[1],'passphrase':h(v['passphrase']['wrap']),'duty':b'\x31'*32}
say(staff.recovery_code(v['recovery']['code'])==v['recovery']['code'],'code')
say([x.hex() for x in staff.recovery_secrets(v['recovery']['code'])]==[v['recovery']['lookup'],v['recovery']['wrap']],'rec')
say([x.hex() for x in staff.passphrase_secrets(h(v['passphrase']['stretched']))]==[v['passphrase']['auth'],v['passphrase']['wrap']],'pass')
for o in d['objects']:
    if o['kind']=='wrap' and 'fields' in o:
        k=o['fields']['kind']
        c=staff.unwrap(h(o['bytes']),secret[k],m)
        say(c==h(v['dutySeed']) if k=='duty' else read('identity',c),'wrap',k)
print(staff.comparison(enr['invitation'],enr['identity'],digest(enr['seal']),inv['fingerprint']), v['comparison'])
c=d['conversation']
log=Log(h(c['jour']),[h(x) for x in c['trust']['log']]); 
anchored(log,h(c['fingerprint']))
directory=Directory(log,h(c['trust']['directory']),c['now'])
for i,t in enumerate(c['tabs']):
    p=Place(h(c['conversation']),h(c['face']),c['now'],directory,{e['number']:h(e['secret']) for e in c['epochs']} if t['who']=='seeker' else {})
    tab=Tab(p,h(t['tab']),h(t['sealSeed']),h(t['signSeed']),'seeker' if t['who']=='seeker' else 'volunteer')
    for s,f in enumerate(c['log'],1): tab.read(s,h(f))
    told=c['told'][i]['events']
    for a,b in zip(tab.told,told):
        if a!=b: print(t['who'],'\n got',a,'\n exp',b)
    print(t['who'],len(tab.told),len(told))
print(n-bad,'passed',bad,'failed')
