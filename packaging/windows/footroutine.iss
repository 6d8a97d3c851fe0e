; The Windows installer, for Inno Setup 6: after `python -m PyInstaller packaging\footroutine.spec`, in the checkout,
;     iscc packaging\windows\footroutine.iss
; makes dist\FootRoutine-0.1.0-setup.exe. It installs for one person, without the administrator's password.

#define Version "0.1.0"

[Setup]
AppId={{8E0D3C0B-52C1-4D8E-9C59-6E7A1F0F5B12}
AppName=Foot Routine
AppVersion={#Version}
AppPublisher=The Foot Routine contributors
DefaultDirName={autopf}\Foot Routine
DefaultGroupName=Foot Routine
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=FootRoutine-{#Version}-setup
LicenseFile=LICENSE
SetupIconFile=build\icons\footroutine.ico
UninstallDisplayIcon={app}\Foot Routine.exe
Compression=lzma2
SolidCompression=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An older version's files, which PyInstaller may have named otherwise.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\footroutine\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Foot Routine"; Filename: "{app}\Foot Routine.exe"
Name: "{autodesktop}\Foot Routine"; Filename: "{app}\Foot Routine.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\Foot Routine.exe"; Description: "{cm:LaunchProgram,Foot Routine}"; Flags: nowait postinstall skipifsilent

; A person's settings and history are in their own folders; removing the program leaves them.
